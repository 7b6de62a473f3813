package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

/**
 * How long merges took.
 *
 * @param total as a whole
 * @param average the phases on average, over all merges: one that a merge did not come to took no time
 * @param p99 the p99 of each phase, likewise
 * @param longest the longest of each phase
 */
public record MergeTimes(TotalMicros total, PhaseMicros average, PhaseMicros p99, PhaseMicros longest) {
    public MergeTimes {
        requireNonNull(total, "total");
        requireNonNull(average, "average");
        requireNonNull(p99, "p99");
        requireNonNull(longest, "longest");
    }
}
