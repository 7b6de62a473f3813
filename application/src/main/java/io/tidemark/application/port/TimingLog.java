package io.tidemark.application.port;

import io.tidemark.domain.timing.Timing;
import java.util.List;

/**
 * Keeps timings.
 *
 * <p>Recording is all or nothing: after {@code append} returns, each timing is stored and counted in the roll-up of the
 * minute in which it started; when it throws, none is, unless the storage was lost in the middle of a commit, so that
 * nobody knows. That counts as a failure; who appends the timings again may then store them twice: at least once, and
 * each time all of them. An empty list does nothing. Equal timings are separate timings.
 * Order does not matter, and neither does how late a timing comes. Safe for several threads, which do not wait for each
 * other even when they write the same minute.
 */
public interface TimingLog {
    /**
     * Stores timings and counts them.
     *
     * @throws StorageException when nothing was stored, or when nobody knows
     */
    void append(List<Timing> timings);
}
