package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.statistics.Spread;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation went over a period.
 *
 * @param period from when to when
 * @param shift how its p99 moved from the earlier half to the later one
 * @param trend where its daily p99 goes
 * @param severity how bad that is; null when it got no slower, or by less than the threshold, or when chance explains it
 */
public record Degradation(
        TimeRange period,
        Shift shift,
        Trend trend,
        @Nullable Severity severity) implements DegradationVerdict {
    public Degradation {
        requireNonNull(period, "period");
        requireNonNull(shift, "shift");
        requireNonNull(trend, "trend");
    }

    /** Whether it got slower by enough to matter, and not by chance. */
    public boolean isSlower() {
        return severity != null;
    }

    /** By how much it got slower for the decision: 0 when that does not count. */
    public double countingPercent() {
        return isSlower() ? shift.percent() : 0;
    }

    /** Why an alert is raised about it. */
    public Why why(DegradationRule rule) {
        double before = shift.before().p99Micros();
        List<Double> daily =
                trend.p99Micros().stream().filter(p99 -> !p99.isNaN()).toList();
        double spread = Spread.of(
                        daily.stream().mapToDouble(Double::doubleValue).toArray())
                .sigma();
        Duration half = Duration.between(period.from(), period.to()).dividedBy(2);
        return new Why(
                Why.Test.DEGRADATION,
                new Why.Band(0, before * (1 + rule.thresholdPercent() / 100)),
                new Why.Basis(
                        "the p99 of the %s before".formatted(words(half)),
                        shift.before().samples(),
                        before,
                        spread),
                new Why.Score(shift.percent(), rule.thresholdPercent()),
                new Why.Effect(shift.percent(), shift.after().p99Micros() - before),
                daily);
    }

    private static String words(Duration length) {
        long hours = length.toHours();
        return hours % 24 == 0 ? hours / 24 + " days" : hours + " hours";
    }
}
