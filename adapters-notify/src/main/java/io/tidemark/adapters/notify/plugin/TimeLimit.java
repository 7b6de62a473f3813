package io.tidemark.adapters.notify.plugin;

import java.time.Duration;

/**
 * How long a call of a plugin may take.
 *
 * @param call after which the call is interrupted
 * @param grace how long the interrupted call has to come back before the destination is fenced off
 */
public record TimeLimit(Duration call, Duration grace) {
    public TimeLimit {
        if (call.isNegative() || call.isZero() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "call " + call + " must be longer than none, and grace " + grace + " not negative");
        }
    }

    public static TimeLimit defaults() {
        return new TimeLimit(Duration.ofSeconds(10), Duration.ofSeconds(1));
    }
}
