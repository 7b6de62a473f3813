package io.tidemark.application.overview;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.percentile.Distribution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation over a range of time.
 *
 * @param operation its name
 * @param whole all timings of the range
 * @param points its steps with timings, in order
 * @param baseline what is normal for it, or null when that is not known yet
 */
public record OperationOverview(
        String operation,
        Distribution whole,
        List<Point> points,
        @Nullable ActiveBaseline baseline) {

    public OperationOverview {
        points = List.copyOf(points);
    }

    /** Whether the longest run of the range breaks the baseline. */
    public boolean isOverThreshold() {
        return baseline != null && whole.max() > baseline.baseline().thresholdMicros();
    }

    /**
     * One step.
     *
     * @param start its first instant
     * @param durations what durations looked like in it
     */
    public record Point(Instant start, Distribution durations) {}
}
