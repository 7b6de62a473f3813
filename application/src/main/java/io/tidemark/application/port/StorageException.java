package io.tidemark.application.port;

import org.jspecify.annotations.Nullable;

/**
 * A storage could not do what it was asked, and has changed nothing; only when it was lost in the middle of a commit, it
 * may have done all of it.
 */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    private StorageException(String message, @Nullable Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** The storage is away, or too busy: the same call may succeed later. */
    public static StorageException passing(String message, @Nullable Throwable cause) {
        return new StorageException(message, cause, true);
    }

    /** The same call will fail again, or nobody should wait until it does not. */
    public static StorageException lasting(String message, @Nullable Throwable cause) {
        return new StorageException(message, cause, false);
    }

    /** Whether the same call may succeed later. */
    public boolean isPassing() {
        return passing;
    }
}
