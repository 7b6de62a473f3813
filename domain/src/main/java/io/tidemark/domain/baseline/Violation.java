package io.tidemark.domain.baseline;

import io.tidemark.domain.alert.Severity;

/**
 * A timing that broke its baseline.
 *
 * @param actualMicros how long it took
 * @param baselineP99Micros what 99 in 100 stay below
 * @param allowedMultiplier how many times the p99 was allowed
 */
public record Violation(long actualMicros, double baselineP99Micros, double allowedMultiplier) {
    private static final int CRITICAL_FROM_TIMES_THE_THRESHOLD = 2;

    public Violation {
        if (!(baselineP99Micros > 0 && actualMicros > baselineP99Micros * allowedMultiplier)) {
            throw new IllegalArgumentException("%d µs does not exceed %s × the p99 of %s µs, which must be positive"
                    .formatted(actualMicros, allowedMultiplier, baselineP99Micros));
        }
    }

    /** How many times the p99 it took. */
    public double multiplier() {
        return actualMicros / baselineP99Micros;
    }

    public Severity severity() {
        return actualMicros >= CRITICAL_FROM_TIMES_THE_THRESHOLD * baselineP99Micros * allowedMultiplier
                ? Severity.CRITICAL
                : Severity.WARNING;
    }
}
