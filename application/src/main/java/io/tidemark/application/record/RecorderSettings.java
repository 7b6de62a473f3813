package io.tidemark.application.record;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.journal.JournalSettings;
import io.tidemark.domain.timing.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the recorder works.
 *
 * @param flushInterval how long a timing waits at most before it is written
 * @param maxOperations how many operations are told apart; further ones are counted as one
 * @param maxBuffered how many timings wait at most while the storage is away
 * @param context the context of timings that are recorded without one
 * @param journal where timings lie on disk while the storage is away; null for nowhere
 */
public record RecorderSettings(
        Duration flushInterval,
        int maxOperations,
        int maxBuffered,
        Context context,
        @Nullable JournalSettings journal) {
    public RecorderSettings {
        requireNonNull(context, "context");
        if (flushInterval.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("flushInterval %s must be at least 1 ms".formatted(flushInterval));
        }
        if (maxOperations < 1 || maxBuffered < 1) {
            throw new IllegalArgumentException(
                    "maxOperations %d and maxBuffered %d must be at least 1".formatted(maxOperations, maxBuffered));
        }
    }

    /** A flush every 100 ms, 5,000 operations, 100,000 timings in the buffer, the user of the process, no journal. */
    public static RecorderSettings defaults() {
        String user = System.getProperty("user.name", "");
        return new RecorderSettings(
                Duration.ofMillis(100), 5_000, 100_000, Context.of(user.isBlank() ? "unknown" : user), null);
    }

    public RecorderSettings withFlushInterval(Duration flushInterval) {
        return new RecorderSettings(flushInterval, maxOperations, maxBuffered, context, journal);
    }

    public RecorderSettings withMaxOperations(int maxOperations) {
        return new RecorderSettings(flushInterval, maxOperations, maxBuffered, context, journal);
    }

    public RecorderSettings withContext(Context context) {
        return new RecorderSettings(flushInterval, maxOperations, maxBuffered, context, journal);
    }

    /** Keeps timings on disk while the storage is away, also beyond the end of the process. */
    public RecorderSettings withJournal(JournalSettings journal) {
        return new RecorderSettings(flushInterval, maxOperations, maxBuffered, context, journal);
    }
}
