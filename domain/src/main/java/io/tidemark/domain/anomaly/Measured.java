package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A timing by its number: what is judged.
 *
 * @param metricId its number in the storage
 * @param durationMicros how long it took, at least one
 * @param start when it started
 */
public record Measured(long metricId, long durationMicros, Instant start) {
    public Measured {
        requireNonNull(start, "start");
        if (durationMicros < 1) {
            throw new IllegalArgumentException("durationMicros %d must be positive".formatted(durationMicros));
        }
    }
}
