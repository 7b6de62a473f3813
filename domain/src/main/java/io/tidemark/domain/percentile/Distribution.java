package io.tidemark.domain.percentile;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a number of durations look like, in microseconds.
 *
 * @param samples how many there were, at least one
 * @param min the shortest, at least one
 * @param max the longest
 * @param moments their mean and deviation
 * @param percentiles between {@code min} and {@code max}
 * @param p99Interval where the p99 lies with {@linkplain ConfidenceInterval#USUAL_CONFIDENCE 95 %} confidence, or null
 *     where that was not kept
 */
public record Distribution(
        long samples,
        long min,
        long max,
        Moments moments,
        Percentiles percentiles,
        @Nullable ConfidenceInterval p99Interval) {
    private static final double P99 = 0.99;

    /** With fewer samples a p99 says little more than the maximum. */
    public static final long SAMPLES_FOR_A_FIRM_P99 = 100;

    public Distribution {
        requireNonNull(moments, "moments");
        requireNonNull(percentiles, "percentiles");
        if (samples <= 0 || min < 1) {
            throw new IllegalArgumentException("samples %d and min %d must be positive".formatted(samples, min));
        }
        if (min > percentiles.p50() || percentiles.p99() > max) {
            throw new IllegalArgumentException(
                    "%s must lie between the minimum %d and the maximum %d".formatted(percentiles, min, max));
        }
    }

    /** Without knowing how sure the p99 is. */
    public Distribution(long samples, long min, long max, Moments moments, Percentiles percentiles) {
        this(samples, min, max, moments, percentiles, null);
    }

    /**
     * The exact figures of these durations, at least one; percentiles by linear interpolation, as {@code percentile_cont}
     * of SQL has it.
     */
    public static Distribution of(long[] micros) {
        Sketch sums = new Sketch();
        for (long duration : micros) {
            sums.add(duration);
        }
        Totals totals = sums.totals();
        return new Distribution(
                micros.length,
                totals.min(),
                totals.max(),
                totals.moments(),
                Percentiles.of(micros),
                ConfidenceInterval.of(micros, P99, ConfidenceInterval.USUAL_CONFIDENCE));
    }

    /** Whether the p99 rests on too few samples to be trusted. */
    public boolean isWeak() {
        return samples < SAMPLES_FOR_A_FIRM_P99;
    }

    /** Mean and population standard deviation: finite, the deviation not negative. */
    public record Moments(double mean, double deviation) {
        public Moments {
            if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0) {
                throw new IllegalArgumentException("mean %s and deviation %s must be finite, the deviation not negative"
                        .formatted(mean, deviation));
            }
        }
    }
}
