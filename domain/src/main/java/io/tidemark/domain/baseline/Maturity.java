package io.tidemark.domain.baseline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether enough is known of an operation to hold its timings against anything. */
public sealed interface Maturity {
    /** The least time over which timings must have come: a burst of a minute says nothing about a day. */
    Duration LEAST_AGE = Duration.ofHours(1);

    /** Enough is known. */
    record Mature() implements Maturity {}

    /**
     * There are too few timings yet.
     *
     * @param samples how many there are
     * @param needed how many it takes
     */
    record TooFewSamples(long samples, long needed) implements Maturity {}

    /**
     * There are enough timings, but they are of too short a time.
     *
     * @param age since when it is known
     * @param needed how long it takes
     */
    record TooYoung(Duration age, Duration needed) implements Maturity {}

    /**
     * Tells where an operation is on its way.
     *
     * @param samples how many timings of it there are
     * @param first when the first of them started, or null when there are none
     * @param needed how many timings it takes
     */
    static Maturity of(long samples, @Nullable Instant first, long needed, Instant now) {
        if (first == null || samples < needed) {
            return new TooFewSamples(samples, needed);
        }
        Duration age = Duration.between(first, now);
        return age.compareTo(LEAST_AGE) < 0 ? new TooYoung(age, LEAST_AGE) : new Mature();
    }

    /** Whether enough is known. */
    default boolean isMature() {
        return this instanceof Mature;
    }

    /** In words, such as {@code warming up: 7 of 10 timings}. */
    default String text() {
        if (this instanceof TooFewSamples few) {
            return "warming up: %d of %d timings".formatted(few.samples(), few.needed());
        }
        if (this instanceof TooYoung young) {
            return "warming up: timings of %d of %d minutes"
                    .formatted(young.age().toMinutes(), young.needed().toMinutes());
        }
        return "warm";
    }
}
