package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is normal for an operation, or for one branch of it.
 *
 * @param scope what it is about
 * @param window how much of the past it was made of
 * @param normal what durations looked like in that time
 * @param multiplier how many times the p99 a timing may last before it breaks the baseline
 * @param origin how it came about
 * @param rhythm how what is normal differs from hour to hour, as far as that is known
 */
public record Baseline(
        Scope scope, Duration window, Distribution normal, double multiplier, BaselineOrigin origin, Rhythm rhythm) {

    public Baseline {
        requireNonNull(scope, "scope");
        requireNonNull(normal, "normal");
        requireNonNull(origin, "origin");
        requireNonNull(rhythm, "rhythm");
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window %s must be positive".formatted(window));
        }
        requireMultiplier(multiplier);
    }

    /** A baseline that is the same at all hours. */
    public Baseline(Scope scope, Duration window, Distribution normal, double multiplier, BaselineOrigin origin) {
        this(scope, window, normal, multiplier, origin, Rhythm.NONE);
    }

    /** The same, with another view of the same durations. */
    public Baseline withNormal(Distribution normal) {
        return new Baseline(scope, window, normal, multiplier, origin, rhythm);
    }

    /** The same, with what is known of its hours. */
    public Baseline withRhythm(Rhythm rhythm) {
        return new Baseline(scope, window, normal, multiplier, origin, rhythm);
    }

    /** The same, with another story of how it came about. */
    public Baseline withOrigin(BaselineOrigin origin) {
        return new Baseline(scope, window, normal, multiplier, origin, rhythm);
    }

    public double p99Micros() {
        return normal.percentiles().p99();
    }

    /** What is normal when a timing starts: by the hour where that is known, else at all hours. */
    public Norm at(Instant start) {
        return rhythm.at(start).orElseGet(this::atAnyTime);
    }

    /** What is normal at all hours together. */
    public Norm atAnyTime() {
        return Norm.ofAll(normal);
    }

    /** The longest a timing may last at an unknown hour without breaking this baseline, in whole microseconds. */
    public long thresholdMicros() {
        return atAnyTime().thresholdMicros(multiplier);
    }

    /** The longest a timing that starts then may last without breaking this baseline, in whole microseconds. */
    public long thresholdMicros(Instant start) {
        return at(start).thresholdMicros(multiplier);
    }

    /** Says whether a duration breaks this baseline at an unknown hour, and how badly. */
    public Optional<Violation> judge(long durationMicros) {
        return judge(durationMicros, atAnyTime());
    }

    /** Says whether a timing that started then breaks this baseline, and how badly. */
    public Optional<Violation> judge(long durationMicros, Instant start) {
        return judge(durationMicros, at(start));
    }

    private Optional<Violation> judge(long durationMicros, Norm norm) {
        return durationMicros > norm.thresholdMicros(multiplier)
                ? Optional.of(new Violation(durationMicros, norm.p99Micros(), norm.multiplierInForce(multiplier)))
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
