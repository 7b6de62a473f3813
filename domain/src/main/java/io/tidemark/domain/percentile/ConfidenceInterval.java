package io.tidemark.domain.percentile;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * Between which values a percentile of all timings lies, when only some were measured: read off the sorted values by
 * counting (order statistics), so that it holds whatever their distribution. Of how many values it takes to close the
 * upper end, the binomial distribution decides: for the p99 at 95 %, 368.
 *
 * <p>The formula: with {@code B} the number of samples below the percentile, binomial of {@code n} and the percentile,
 * the ends are the values of rank {@code l} and {@code u} with {@code P(B < l)} and {@code P(B ≥ u)} each at most half of
 * what the confidence leaves (Hahn and Meeker, Statistical Intervals, 5.2; Conover, Practical Nonparametric Statistics, 3.2).
 *
 * @param low the lower end in microseconds; 0 where there are too few samples to have one
 * @param high the upper end in microseconds; infinite where there are too few samples to have one
 * @param confidence how often such an interval holds the percentile at least, between 0 and 1
 */
public record ConfidenceInterval(double low, double high, double confidence) {
    /** 95 %. */
    public static final double USUAL_CONFIDENCE = 0.95;

    public ConfidenceInterval {
        if (!(low >= 0 && low < Double.POSITIVE_INFINITY && low <= high)) {
            throw new IllegalArgumentException(
                    "interval from %s to %s: the ends must not be negative, the lower one finite and not above the upper one"
                            .formatted(low, high));
        }
        requireBetweenZeroAndOne("confidence", confidence);
    }

    /** One of the {@linkplain #USUAL_CONFIDENCE usual confidence}. */
    public ConfidenceInterval(double low, double high) {
        this(low, high, USUAL_CONFIDENCE);
    }

    /** That of a quantile of values given one by one, at least one of them. */
    public static ConfidenceInterval of(long[] values, double quantile, double confidence) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return of(sorted.length, quantile, confidence, rank -> sorted[(int) rank]);
    }

    /** @param valueAt the value of a rank, from 0 (the smallest) to {@code samples} − 1 */
    static ConfidenceInterval of(long samples, double quantile, double confidence, LongToDoubleFunction valueAt) {
        requireBetweenZeroAndOne("quantile", quantile);
        requireBetweenZeroAndOne("confidence", confidence);
        if (samples < 1) {
            throw new IllegalArgumentException("samples %d must be at least 1".formatted(samples));
        }
        Binomial below = Binomial.of(samples, quantile);
        double tail = (1 - confidence) / 2;
        long low = below.lowest(tail);
        long high = below.highest(tail);
        return new ConfidenceInterval(
                low == 0 ? 0 : valueAt.applyAsDouble(low - 1),
                high > samples ? Double.POSITIVE_INFINITY : valueAt.applyAsDouble(high - 1),
                confidence);
    }

    /** Whether there are too few samples to say how high the percentile may lie. */
    public boolean isOpenAbove() {
        return high == Double.POSITIVE_INFINITY;
    }

    private static void requireBetweenZeroAndOne(String field, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("%s %s must lie between 0 and 1".formatted(field, value));
        }
    }
}
