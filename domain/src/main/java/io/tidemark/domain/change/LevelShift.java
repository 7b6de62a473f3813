package io.tidemark.domain.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.alert.Why.Basis;
import io.tidemark.domain.alert.Why.Effect;
import io.tidemark.domain.alert.Why.Score;
import java.time.Instant;
import java.util.List;

/**
 * A lasting change of an operation's level for the worse: it stands until the level falls again.
 *
 * @param operation the operation
 * @param since the first step of the new level
 * @param before the level of the week before it, in microseconds without the rhythm of day and week
 * @param after the level now, likewise; higher
 * @param pValue how likely such a difference is when there is none
 */
public record LevelShift(String operation, Instant since, Level before, Level after, double pValue) {
    private static final double CRITICAL_FROM = 50;
    private static final double WARNING_FROM = 30;

    public LevelShift {
        requireNonNull(operation, "operation");
        requireNonNull(since, "since");
        if (!(before.mean() > 0 && after.mean() > before.mean())) {
            throw new IllegalArgumentException("a shift for the worse goes up from a positive level, not from %s to %s"
                    .formatted(before.mean(), after.mean()));
        }
    }

    /** By how much the level is higher now. */
    public double percent() {
        return (after.mean() / before.mean() - 1) * 100;
    }

    /** That of a degradation by as much. */
    public Severity severity() {
        if (percent() >= CRITICAL_FROM) {
            return Severity.CRITICAL;
        }
        return percent() >= WARNING_FROM ? Severity.WARNING : Severity.INFO;
    }

    /** Now, and before. */
    public Figures figures() {
        return Figures.of(after.mean(), before.mean());
    }

    /**
     * Why it counts as one.
     *
     * @param policy the policy it was found by
     * @param recent the last levels, the oldest first, in microseconds
     */
    public Why why(ShiftPolicy policy, List<Double> recent) {
        double highest = before.mean() * (1 + policy.minSlowdown());
        return new Why(
                Why.Test.CHANGE_POINT,
                new Band(before.mean() / (1 + policy.minSlowdown()), highest),
                new Basis("the week until " + since, before.samples(), before.mean(), before.deviation()),
                new Score(after.mean() / before.mean(), 1 + policy.minSlowdown()),
                new Effect(percent(), after.mean() - before.mean()),
                recent);
    }
}
