package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The last values before a message and at it: for a small picture.
 *
 * @param values the oldest first; may be empty
 * @param low from where on a value is normal
 * @param high up to where a value is normal
 * @param unit the unit of them all, such as {@code ms}
 */
public record Trend(List<Double> values, double low, double high, String unit) {
    /** Copies the values, and checks the band. */
    public Trend {
        values = List.copyOf(values);
        requireNonNull(unit, "unit");
        if (!(low <= high)) {
            throw new IllegalArgumentException("low %s must not exceed high %s".formatted(low, high));
        }
    }
}
