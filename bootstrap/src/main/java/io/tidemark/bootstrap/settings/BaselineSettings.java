package io.tidemark.bootstrap.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * What is taken for normal, and how far from it a timing may be.
 *
 * @param multiplier a timing above this many times p99 breaks its baseline
 * @param multipliers by operation, in place of the general multiplier
 * @param changes when a baseline gives way to a new one
 * @param hours whether what is normal differs from hour to hour
 */
public record BaselineSettings(
        Duration lookback,
        int minSamples,
        double multiplier,
        Map<String, Double> multipliers,
        Changes changes,
        Hours hours) {
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
                section.map("multipliers", multiplier, STANDARD_MULTIPLIER),
                Changes.read(section.section("changes")),
                Hours.read(section));
    }

    public double multiplierOf(String operation) {
        return multipliers.getOrDefault(operation, multiplier);
    }

    /**
     * Whether what is normal differs from hour to hour.
     *
     * @param toldApart whether hours are told apart where enough is known of them
     * @param timeZone whose clocks tell the hour
     */
    public record Hours(boolean toldApart, ZoneId timeZone) {
        static Hours read(Section section) {
            return new Hours(
                    section.value("rhythm", Kind.bool(), true),
                    section.value("time-zone", Kind.timeZone(), ZoneId.of("UTC")));
        }
    }

    /**
     * When a baseline gives way to a new one.
     *
     * @param percent by how much p99 differs at most for the present one to stay
     * @param approvalFactor from how many times the present p99 on, up or down, a person has to approve
     * @param timeLimit how long recalculating one may take
     */
    public record Changes(double percent, double approvalFactor, Duration timeLimit) {
        static Changes read(Section section) {
            return new Changes(
                    section.value("percent", Kind.decimal(0.0, 100.0), 5.0),
                    section.value("approval-factor", Kind.decimal(1.1, 1000.0), 2.0),
                    section.value("time-limit", Kind.duration("1s", "10m"), Duration.ofSeconds(30)));
        }
    }
}
