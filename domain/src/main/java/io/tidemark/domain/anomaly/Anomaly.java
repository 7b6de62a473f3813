package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;

/**
 * A timing that does not fit.
 *
 * @param timing which one
 * @param score how far out it is: negative when it was quicker than usual
 * @param deviationMicros by how much it differs from what is normal
 * @param deviationPercent the same in percent of what is normal
 * @param grade how bad that is
 */
public record Anomaly(Measured timing, double score, double deviationMicros, double deviationPercent, Grade grade) {
    /** How bad an anomaly is. */
    public enum Grade {
        WARNING,
        CRITICAL,
        /** Critical, and marked. */
        EXTREME;

        static Grade of(Severity severity) {
            return severity == Severity.CRITICAL ? CRITICAL : WARNING;
        }
    }

    public Anomaly {
        requireNonNull(timing, "timing");
        requireNonNull(grade, "grade");
    }

    public Severity severity() {
        return grade == Grade.WARNING ? Severity.WARNING : Severity.CRITICAL;
    }

    public boolean isExtreme() {
        return grade == Grade.EXTREME;
    }

    /** Whether it took longer than usual. */
    public boolean isSlow() {
        return score > 0;
    }
}
