package io.tidemark.adapters.notify.plugin;

import java.time.Duration;

/** After how many failures in a row a destination is left alone, and for how long. */
public record Breaker(int failures, Duration pause) {
    public Breaker {
        if (failures < 1 || pause.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "failures " + failures + " must be at least 1, and pause " + pause + " at least 1 ms");
        }
    }

    public static Breaker defaults() {
        return new Breaker(5, Duration.ofMinutes(1));
    }
}
