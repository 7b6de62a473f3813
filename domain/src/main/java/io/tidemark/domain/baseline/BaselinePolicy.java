package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;

/**
 * How a baseline is made of the timings of the past.
 *
 * @param lookback how far back it looks
 * @param minSamples how many timings it takes
 * @param multiplier how many times the p99 a timing may last before it breaks the baseline
 * @param changes when it gives way to a new one
 */
public record BaselinePolicy(Duration lookback, int minSamples, double multiplier, ChangePolicy changes) {
    public static final BaselinePolicy DEFAULT = new BaselinePolicy(Duration.ofDays(7), 10, 2.0, ChangePolicy.DEFAULT);

    public BaselinePolicy {
        if (lookback.isNegative() || lookback.isZero()) {
            throw new IllegalArgumentException("lookback %s must be positive".formatted(lookback));
        }
        if (minSamples < 1) {
            throw new IllegalArgumentException("minSamples %d must be at least 1".formatted(minSamples));
        }
        Baseline.requireMultiplier(multiplier);
        requireNonNull(changes, "changes");
    }

    public BaselinePolicy withMultiplier(double multiplier) {
        return new BaselinePolicy(lookback, minSamples, multiplier, changes);
    }

    public BaselinePolicy withLookback(Duration lookback) {
        return new BaselinePolicy(lookback, minSamples, multiplier, changes);
    }

    public BaselinePolicy withMinSamples(int minSamples) {
        return new BaselinePolicy(lookback, minSamples, multiplier, changes);
    }

    /**
     * Checks that there is enough to make a baseline of.
     *
     * @param leftOut what of the time does not count
     * @throws TooFewSamplesException when there is not
     */
    public void requireEnough(Scope scope, long samples, LeftOut leftOut) {
        if (samples < minSamples) {
            throw new TooFewSamplesException(scope, samples, this, leftOut);
        }
    }

    /**
     * Makes the baseline of a scope.
     *
     * @throws TooFewSamplesException when {@code timings} holds fewer than {@link #minSamples}
     */
    public Baseline calculate(Scope scope, Sketch timings, BaselineOrigin origin) {
        requireEnough(scope, timings.count(), LeftOut.NOTHING);
        return new Baseline(scope, lookback, timings.distribution(), multiplier, origin);
    }
}
