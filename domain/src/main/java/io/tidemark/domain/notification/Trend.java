package io.tidemark.domain.notification;

import java.util.List;

/**
 * The last values before a message and at it, and what would have been normal.
 *
 * @param micros the oldest first, in microseconds
 * @param lowMicros from where on a value is normal
 * @param highMicros up to where a value is normal
 */
public record Trend(List<Double> micros, double lowMicros, double highMicros) {
    public Trend {
        micros = List.copyOf(micros);
        if (!(lowMicros <= highMicros)) {
            throw new IllegalArgumentException(
                    "lowMicros %s must not exceed highMicros %s".formatted(lowMicros, highMicros));
        }
    }
}
