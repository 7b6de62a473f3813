package io.tidemark.bootstrap.settings;

import java.time.Duration;
import java.util.Map;

/**
 * What is taken for normal, and how far from it a timing may be.
 *
 * @param multiplier a timing above this many times p99 breaks its baseline
 * @param multipliers by operation, in place of the general multiplier
 */
public record BaselineSettings(Duration lookback, int minSamples, double multiplier, Map<String, Double> multipliers) {
    private static final double STANDARD_MULTIPLIER = 2.0;

    public BaselineSettings {
        multipliers = Map.copyOf(multipliers);
    }

    static BaselineSettings read(Section section) {
        var multiplier = Kind.decimal(1.0, 1000.0);
        return new BaselineSettings(
                section.value("lookback", Kind.duration("1d", "365d"), Duration.ofDays(7)),
                section.value("min-samples", Kind.wholeNumber(1, 1_000_000), 10),
                section.value("multiplier", multiplier, STANDARD_MULTIPLIER),
                section.map("multipliers", multiplier, STANDARD_MULTIPLIER));
    }

    public double multiplierOf(String operation) {
        return multipliers.getOrDefault(operation, multiplier);
    }
}
