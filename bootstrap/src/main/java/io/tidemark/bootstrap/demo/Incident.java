package io.tidemark.bootstrap.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Something that makes operations slow for a while, and comes again.
 *
 * @param operations which ones
 * @param when when it comes and how long it lasts
 * @param shape how it develops
 * @param factor how many times as long a run takes, at the worst
 * @param share how many of the runs it hits, from 0 to 1
 */
record Incident(Set<String> operations, When when, Shape shape, double factor, double share) {

    /** How an incident develops while it lasts. */
    enum Shape {
        /** As bad as it gets, from the first moment to the last. */
        AT_ONCE,
        /** From nothing to as bad as it gets, little by little. */
        CREEPING
    }

    /**
     * When it comes: in every stretch of this length, this long after its beginning, for so long.
     *
     * @param atLeastPerMinute how often the operations run meanwhile, as people try again
     */
    record When(Duration every, Duration after, Duration lasting, double atLeastPerMinute) {}

    /** Whether it lasts at an instant; stretches are counted from {@code origin} on. */
    boolean lasts(Instant instant, Instant origin) {
        return phaseSeconds(instant, origin) < when.lasting().toSeconds();
    }

    /** How many times as long a run takes that it hits. */
    double factorAt(Instant instant, Instant origin) {
        return switch (shape) {
            case AT_ONCE -> factor;
            case CREEPING ->
                1
                        + (factor - 1)
                                * phaseSeconds(instant, origin)
                                / when.lasting().toSeconds();
        };
    }

    private long phaseSeconds(Instant instant, Instant origin) {
        long sinceFirst = instant.getEpochSecond() - origin.plus(when.after()).getEpochSecond();
        return Math.floorMod(sinceFirst, when.every().toSeconds());
    }
}
