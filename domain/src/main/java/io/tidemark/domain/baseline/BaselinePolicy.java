package io.tidemark.domain.baseline;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;

/**
 * How a baseline is made of the timings of the past.
 *
 * @param lookback how far back it looks
 * @param minSamples how many timings it takes
 * @param multiplier how many times the p99 a timing may last before it breaks the baseline
 */
public record BaselinePolicy(Duration lookback, int minSamples, double multiplier) {
    public static final BaselinePolicy DEFAULT = new BaselinePolicy(Duration.ofDays(7), 10, 2.0);

    public BaselinePolicy {
        if (lookback.isNegative() || lookback.isZero()) {
            throw new IllegalArgumentException("lookback %s must be positive".formatted(lookback));
        }
        if (minSamples < 1) {
            throw new IllegalArgumentException("minSamples %d must be at least 1".formatted(minSamples));
        }
        Baseline.requireMultiplier(multiplier);
    }

    public BaselinePolicy withMultiplier(double multiplier) {
        return new BaselinePolicy(lookback, minSamples, multiplier);
    }

    public BaselinePolicy withLookback(Duration lookback) {
        return new BaselinePolicy(lookback, minSamples, multiplier);
    }

    /**
     * Makes the baseline of a scope.
     *
     * @throws TooFewSamplesException when {@code timings} holds fewer than {@link #minSamples}
     */
    public Baseline calculate(Scope scope, Sketch timings, BaselineOrigin origin) {
        if (timings.count() < minSamples) {
            throw new TooFewSamplesException(scope, timings.count(), this);
        }
        return new Baseline(scope, lookback, timings.distribution(), multiplier, origin);
    }
}
