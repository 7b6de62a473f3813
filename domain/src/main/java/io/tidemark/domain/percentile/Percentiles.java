package io.tidemark.domain.percentile;

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
}
