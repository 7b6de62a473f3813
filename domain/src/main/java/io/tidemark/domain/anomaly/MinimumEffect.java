package io.tidemark.domain.anomaly;

import io.tidemark.domain.alert.Why.Band;
import java.time.Duration;

/**
 * What a difference must at least amount to before anybody cares, whatever statistics say: both of these.
 *
 * @param percent of what is normal
 * @param time as time
 */
public record MinimumEffect(double percent, Duration time) {
    public static final MinimumEffect DEFAULT = new MinimumEffect(20, Duration.ofMillis(1));
    public static final MinimumEffect NONE = new MinimumEffect(0, Duration.ZERO);

    private static final double NANOS_PER_MICRO = 1_000;

    public MinimumEffect {
        if (!(percent >= 0 && Double.isFinite(percent)) || time.isNegative()) {
            throw new IllegalArgumentException("percent %s and time %s must not be negative".formatted(percent, time));
        }
    }

    /** What is too near to a normal duration to matter. */
    public Band around(double normalMicros) {
        double least = Math.max(normalMicros * percent / 100, time.toNanos() / NANOS_PER_MICRO);
        return new Band(normalMicros - least, normalMicros + least);
    }
}
