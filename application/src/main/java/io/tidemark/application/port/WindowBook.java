package io.tidemark.application.port;

import io.tidemark.domain.quiet.FiledWindow;
import java.time.Instant;
import java.util.List;

/**
 * Keeps maintenance windows. Each change is kept together with its entry in the audit, and announces {@link Topic#WINDOWS}.
 * Safe for several threads and nodes.
 */
public interface WindowBook {
    /** All windows, by name; empty when there are none. */
    List<FiledWindow> windows();

    /**
     * Files a window, in place of one of the same name.
     *
     * @throws StorageException when nothing was changed
     */
    void set(FiledWindow window);

    /**
     * Removes a window.
     *
     * @return whether there was one of that name
     * @throws StorageException when nothing was changed
     */
    boolean remove(String name, Instant at, String by);
}
