package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.Optional;

/**
 * What is normal for an operation, or for one branch of it.
 *
 * @param scope what it is about
 * @param window how much of the past it was made of
 * @param normal what durations looked like in that time
 * @param multiplier how many times the p99 a timing may last before it breaks the baseline
 * @param origin how it came about
 */
public record Baseline(Scope scope, Duration window, Distribution normal, double multiplier, BaselineOrigin origin) {

    public Baseline {
        requireNonNull(scope, "scope");
        requireNonNull(normal, "normal");
        requireNonNull(origin, "origin");
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window %s must be positive".formatted(window));
        }
        requireMultiplier(multiplier);
    }

    /** The same, with another view of the same durations. */
    public Baseline withNormal(Distribution normal) {
        return new Baseline(scope, window, normal, multiplier, origin);
    }

    public double p99Micros() {
        return normal.percentiles().p99();
    }

    /** The longest a timing may last without breaking this baseline, in whole microseconds. */
    public long thresholdMicros() {
        return (long) (multiplier * p99Micros());
    }

    /** Says whether a duration breaks this baseline, and how badly. */
    public Optional<Violation> judge(long durationMicros) {
        return durationMicros > thresholdMicros()
                ? Optional.of(new Violation(durationMicros, p99Micros(), multiplier))
                : Optional.empty();
    }

    static void requireMultiplier(double multiplier) {
        if (!(multiplier >= 1 && Double.isFinite(multiplier))) {
            throw new IllegalArgumentException(
                    "multiplier %s must be a number from 1 on: below it, normal timings would be alerts"
                            .formatted(multiplier));
        }
    }
}
