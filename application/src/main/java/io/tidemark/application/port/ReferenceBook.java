package io.tidemark.application.port;

import io.tidemark.domain.baseline.Reference;
import java.util.List;

/** Keeps pinned baselines. A name holds at most one baseline of a scope. Safe for several threads. */
public interface ReferenceBook {
    /**
     * Pins baselines; what was pinned before under the same name for the same scope is replaced.
     *
     * @throws StorageException when nothing was changed
     */
    void pin(List<Reference> references);

    /**
     * Lets go of all that is pinned under a name.
     *
     * @return how many baselines that were
     * @throws StorageException when nothing was changed
     */
    int unpin(String name);

    /** All that is pinned, the latest first; of those pinned at the same instant by operation, then branch. */
    List<Reference> all();
}
