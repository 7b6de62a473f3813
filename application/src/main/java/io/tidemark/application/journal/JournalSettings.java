package io.tidemark.application.journal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where timings lie on disk while the storage is away.
 *
 * @param folder a folder of its own; made when it is not there
 * @param maxBytes how much of the disk they may take
 */
public record JournalSettings(Path folder, long maxBytes) {
    private static final long DEFAULT_MAX_BYTES = 256L << 20;
    private static final long MIN_MAX_BYTES = 64L << 10;

    public JournalSettings {
        requireNonNull(folder, "folder");
        if (maxBytes < MIN_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "maxBytes %d must be at least %d: a batch must find room".formatted(maxBytes, MIN_MAX_BYTES));
        }
    }

    /** In that folder, up to 256 MiB. */
    public static JournalSettings in(Path folder) {
        return new JournalSettings(folder, DEFAULT_MAX_BYTES);
    }

    public JournalSettings withMaxBytes(long maxBytes) {
        return new JournalSettings(folder, maxBytes);
    }
}
