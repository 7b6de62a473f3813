package io.tidemark.application.port;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.SortedMap;

/**
 * Tells how the durations of operations went up and down. Lighter than {@link RollupReader}: there are means only, and no
 * percentiles.
 *
 * <p>A timing belongs to the UTC minute in which it started; a range takes the minutes whose first instant it contains.
 * Where minutes are no longer kept, only steps of whole hours have values, made of the hours whose first instant the range
 * contains; where hours are no longer kept either, the same goes for days.
 */
public interface SeriesReader {
    /**
     * The mean duration in microseconds of each operation, over all its branches, for each step.
     *
     * @param step whole minutes; each step starts at a multiple of its length since 1970 (UTC), and takes the minutes, hours
     *     or days that start in it
     * @return by operation, in alphabetical order; nothing for operations without timings in the range. All series have
     *     the steps that the range touches, first and last included; a step without timings has no value
     * @throws IllegalArgumentException when the step is not a whole positive number of minutes, or the range has more than
     *     {@link io.tidemark.domain.series.Steps#MOST} steps
     */
    SortedMap<String, Series> means(TimeRange range, Duration step);
}
