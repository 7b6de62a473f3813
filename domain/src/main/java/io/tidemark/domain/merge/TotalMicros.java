package io.tidemark.domain.merge;

/** How long merges took as a whole, in microseconds; percentiles by linear interpolation. */
public record TotalMicros(double average, double p50, double p99, long longest) {
    public TotalMicros {
        if (!(0 < p50 && p50 <= p99 && p99 <= longest && 0 < average && average <= longest)) {
            throw new IllegalArgumentException(
                    "an average of %s, a p50 of %s, a p99 of %s and a maximum of %d do not fit together"
                            .formatted(average, p50, p99, longest));
        }
    }
}
