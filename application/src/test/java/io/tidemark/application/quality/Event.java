package io.tidemark.application.quality;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that slows an operation down.
 *
 * @param kind what it is like
 * @param from its first instant
 * @param to the first instant after it
 * @param factor by what the durations are multiplied when it is full
 */
record Event(Kind kind, Instant from, Instant to, double factor) {
    /** What happens, in the words of the report. */
    enum Kind {
        SPIKE_4_SIGMA("one timing 4 sigma slow", false),
        SPIKE_6_SIGMA("one timing 6 sigma slow", false),
        SPIKE_10_SIGMA("one timing 10 sigma slow", false),
        INCIDENT("an hour of x2.5, every week", false),
        SHIFT_30("level +30 % for good", true),
        SHIFT_60("level +60 % for good", true),
        SHIFT_100("level +100 % for good", true),
        RAMP("ramp to +80 % within 3 days", true),
        BOTTLENECK("4 operations x2 for 90 minutes", false);

        private final String text;
        private final boolean lasting;

        Kind(String text, boolean lasting) {
            this.text = text;
            this.lasting = lasting;
        }

        String text() {
            return text;
        }

        /** Whether it stays until the end of the simulation. */
        boolean isLasting() {
            return lasting;
        }

        boolean isSpike() {
            return this == SPIKE_4_SIGMA || this == SPIKE_6_SIGMA || this == SPIKE_10_SIGMA;
        }
    }

    private static final Duration RAMPING = Duration.ofDays(3);

    /** By what a duration is multiplied at an instant. */
    double factorAt(Instant at) {
        if (!covers(at)) {
            return 1;
        }
        if (kind != Kind.RAMP) {
            return factor;
        }
        double share = (double) Duration.between(from, at).toMillis() / RAMPING.toMillis();
        return 1 + (factor - 1) * Math.min(1, share);
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
