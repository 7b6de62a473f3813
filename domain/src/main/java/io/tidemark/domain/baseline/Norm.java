package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Distribution;

/**
 * What is normal at some moment, and of what that was made.
 *
 * @param basis which timings it was made of
 * @param period the hours they are from, in words; {@code at any time} when they are of all hours
 * @param samples how many timings those were
 * @param p50Micros half of them are shorter
 * @param p95Micros 95 % of them are shorter
 * @param p99Micros 99 % of them are shorter
 */
public record Norm(Basis basis, String period, long samples, double p50Micros, double p95Micros, double p99Micros) {

    /** Which timings say what is normal: the first of these that has seen enough. */
    public enum Basis {
        /** Those of the same hour of the same day of the week. */
        HOUR_OF_WEEK,
        /** Those of the same hour of any day. */
        HOUR_OF_DAY,
        /** All of them. */
        ALL
    }

    /** A median this much above is no different: clocks tick, and threads are put aside. */
    private static final double LEAST_SHARE_ABOVE_THE_MEDIAN = 0.2;

    private static final double LEAST_MICROS_ABOVE_THE_MEDIAN = 10;

    public Norm {
        requireNonNull(basis, "basis");
        requireNonNull(period, "period");
        if (samples < 1 || !(0 < p50Micros && p50Micros <= p95Micros && p95Micros <= p99Micros)) {
            throw new IllegalArgumentException(
                    "%d samples with percentiles %s, %s, %s: there must be samples, and percentiles must not fall"
                            .formatted(samples, p50Micros, p95Micros, p99Micros));
        }
    }

    /** The percentiles of all timings of a distribution. */
    static Norm ofAll(Distribution normal) {
        return new Norm(
                Basis.ALL,
                "at any time",
                normal.samples(),
                normal.percentiles().p50(),
                normal.percentiles().p95(),
                normal.percentiles().p99());
    }

    /** The longest that a timing may last, in whole microseconds: the multiplier in force times the p99. */
    public long thresholdMicros(double multiplier) {
        return (long) (multiplierInForce(multiplier) * p99Micros);
    }

    /**
     * How many times the p99 a timing may last: as was asked for, or more where that would be less than a fifth and 10 µs
     * above the median. That floor matters where all values are alike: without it the least flutter above them would be an
     * alert.
     */
    public double multiplierInForce(double multiplier) {
        return Math.max(multiplier, floorMicros() / p99Micros);
    }

    private double floorMicros() {
        return p50Micros + Math.max(LEAST_MICROS_ABOVE_THE_MEDIAN, LEAST_SHARE_ABOVE_THE_MEDIAN * p50Micros);
    }

    /** Whether the p99 rests on too few samples to be trusted. */
    public boolean isWeak() {
        return samples < Distribution.SAMPLES_FOR_A_FIRM_P99;
    }
}
