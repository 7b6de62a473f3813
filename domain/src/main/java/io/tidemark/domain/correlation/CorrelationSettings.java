package io.tidemark.domain.correlation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What counts as a correlation.
 *
 * @param threshold from which coefficient on, on either side of 0: above 0 and at most 1
 * @param raw whether to take the series as they are: their daily rhythm left in, and every coefficient believed
 * @param recent how much of the end of the series says how an operation does of late
 * @param falseDiscoveryRate which share of false ones among all that are found is acceptable
 */
public record CorrelationSettings(double threshold, boolean raw, Duration recent, double falseDiscoveryRate) {
    /** 0.75, without the rhythm, half an hour, one in a hundred. */
    public static final CorrelationSettings DEFAULT =
            new CorrelationSettings(0.75, false, Duration.ofMinutes(30), 0.01);

    public CorrelationSettings {
        requireNonNull(recent, "recent");
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold %s must be above 0 and at most 1".formatted(threshold));
        }
        if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
            throw new IllegalArgumentException(
                    "false discovery rate %s must be above 0 and below 1".formatted(falseDiscoveryRate));
        }
    }

    /**
     * From which coefficient on two operations that both degrade belong together: two thirds of the threshold. That both
     * are slow at once says much already, and of an operation with few timings a minute half is noise.
     */
    public double groupThreshold() {
        return raw ? threshold : threshold * 2 / 3;
    }

    public CorrelationSettings withThreshold(double threshold) {
        return new CorrelationSettings(threshold, raw, recent, falseDiscoveryRate);
    }

    public CorrelationSettings raw(boolean raw) {
        return new CorrelationSettings(threshold, raw, recent, falseDiscoveryRate);
    }
}
