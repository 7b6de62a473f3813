package io.tidemark.application.port;

import java.time.Clock;

/** Makes a storage of one kind; found with {@link java.util.ServiceLoader}. */
public interface StorageFactory {
    /** What the kind is called in settings, such as {@code memory} or {@code postgres}. */
    String name();

    /**
     * Makes a storage, without I/O.
     *
     * @throws IllegalArgumentException when settings are missing, unknown or wrong: the message names all of them
     */
    Storage create(StorageSettings settings, Clock clock);
}
