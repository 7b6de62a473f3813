package io.tidemark.domain.notification;

import java.time.Duration;

/**
 * How a destination that takes nothing is tried: with one message, after pauses that double and are spread a little, so
 * that several do not knock at the same door together.
 *
 * @param first the pause before the first probe
 * @param longest the longest pause between two probes
 */
public record ProbePolicy(Duration first, Duration longest) {
    /** Five minutes, doubling to thirty. */
    public static final ProbePolicy DEFAULT = new ProbePolicy(Duration.ofMinutes(5), Duration.ofMinutes(30));

    private static final double SPREAD = 0.1;

    public ProbePolicy {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "first %s must be at least 1 ms and not exceed longest %s".formatted(first, longest));
        }
    }

    /**
     * How long to wait.
     *
     * @param failures how many probes have failed in a row before
     * @param spread from 0 to 1, chosen at random by the caller
     */
    public Duration pause(int failures, double spread) {
        double doubled = Math.scalb((double) first.toMillis(), failures);
        double pause = Math.min(doubled, (double) longest.toMillis());
        return Duration.ofMillis((long) (pause * (1 + SPREAD * spread)));
    }
}
