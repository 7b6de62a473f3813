package io.tidemark.application.port;

import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.List;

/**
 * Keeps timings.
 *
 * <p>A batch is stored whole or not at all: after {@code append} returns, each timing is stored and counted in the roll-up
 * of the minute in which it started; when it throws, none is, unless a connection was lost over the answer. Then the same
 * batch, by its id, may be handed in again: whatever was stored before is not stored twice. Equal timings are separate
 * timings. Order does not matter, and neither does how late a timing comes, as long as it is kept at all. Safe for
 * several threads, which do not wait for each other even when they write the same minute.
 */
public interface TimingLog {
    /**
     * Stores a batch and counts its timings; does nothing when it is empty, or was stored before.
     *
     * @throws StorageException when it was not stored: lasting when a timing is refused, such as one older than what is
     *     kept
     */
    void append(TimingBatch batch);

    /** Stores timings that were never handed in before. */
    default void append(List<Timing> timings) {
        append(TimingBatch.of(timings));
    }
}
