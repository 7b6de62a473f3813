package io.tidemark.application.port;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.SortedMap;

/** Tells how operations went from step to step, by the mean of each. */
public interface SeriesReader {
    /**
     * The mean duration of each operation over all its branches, in microseconds, step by step. Ranges and steps mean
     * what they mean to {@link RollupReader#byOperation}.
     *
     * @param step whole minutes
     * @return by operation, in alphabetical order: series of the same start, step and length, from the step in which the
     *     range begins to the one in which it ends; operations without timings in the range are left out
     * @throws IllegalArgumentException when the step is not a whole positive number of minutes
     */
    SortedMap<String, Series> means(TimeRange range, Duration step);
}
