package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Timing;

/**
 * How long a merge took, in microseconds; 0 for a phase that it did not come to.
 *
 * @param baseMicros finding the merge base
 * @param conflictMicros detecting conflicts
 * @param resolveMicros resolving conflicts automatically
 * @param totalMicros the whole merge: at least 1, and no less than each phase
 */
public record Phases(long baseMicros, long conflictMicros, long resolveMicros, long totalMicros) {
    public Phases {
        if (totalMicros < 1 || totalMicros > Timing.MAX_MICROS) {
            throw new IllegalArgumentException(
                    "totalMicros %d must be from 1 to %d (366 days)".formatted(totalMicros, Timing.MAX_MICROS));
        }
        requirePhase("baseMicros", baseMicros, totalMicros);
        requirePhase("conflictMicros", conflictMicros, totalMicros);
        requirePhase("resolveMicros", resolveMicros, totalMicros);
    }

    /** The time in none of the phases: none when they ran side by side, and are longer in sum than the merge. */
    public long restMicros() {
        return Math.max(0, totalMicros - baseMicros - conflictMicros - resolveMicros);
    }

    /** Where the merge lost most of its time. */
    public MergeBottleneck bottleneck() {
        return MergeBottleneck.of(this);
    }

    private static void requirePhase(String field, long micros, long totalMicros) {
        if (micros < 0 || micros > totalMicros) {
            throw new IllegalArgumentException(
                    "%s %d must be from 0 to the total of %d".formatted(field, micros, totalMicros));
        }
    }
}
