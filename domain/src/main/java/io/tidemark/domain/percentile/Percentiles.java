package io.tidemark.domain.percentile;

import java.util.Arrays;

/**
 * Five percentiles of a distribution, in microseconds, by linear interpolation between neighbours (as PostgreSQL's
 * {@code percentile_cont}): never falling, never negative.
 */
public record Percentiles(double p50, double p75, double p90, double p95, double p99) {
    public Percentiles {
        if (!(0 <= p50 && p50 <= p75 && p75 <= p90 && p90 <= p95 && p95 <= p99 && Double.isFinite(p99))) {
            throw new IllegalArgumentException(
                    "percentiles %s, %s, %s, %s, %s must be finite, not negative, and must not fall"
                            .formatted(p50, p75, p90, p95, p99));
        }
    }

    /** Those of values given one by one: at least one of them. */
    static Percentiles of(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(
                at(0.50, sorted), at(0.75, sorted), at(0.90, sorted), at(0.95, sorted), at(0.99, sorted));
    }

    private static double at(double quantile, long[] sorted) {
        double rank = quantile * (sorted.length - 1);
        int below = (int) rank;
        double share = rank - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
