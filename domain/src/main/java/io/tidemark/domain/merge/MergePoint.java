package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * How long the merges of a stretch of time took: less than {@link MergeStep}, for many pairs at once.
 *
 * @param start its first instant
 * @param merges how many there were, at least one
 * @param p50Micros the median of their totals
 * @param average their phases on average
 */
public record MergePoint(Instant start, long merges, double p50Micros, PhaseMicros average) {
    public MergePoint {
        requireNonNull(start, "start");
        requireNonNull(average, "average");
        if (merges < 1 || !(p50Micros > 0)) {
            throw new IllegalArgumentException(
                    "a point needs merges that took some time, not %d of %s µs".formatted(merges, p50Micros));
        }
    }

    /** That of these merges: at least one. */
    public static MergePoint of(Instant start, Collection<Merge> merges) {
        MergeTimes times = MergeFigures.of(List.copyOf(merges)).times();
        return new MergePoint(start, merges.size(), times.total().p50(), times.average());
    }
}
