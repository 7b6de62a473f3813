package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Calculates baselines from what was recorded. */
public final class Baselines {
    /** A range ends before its last minute is over; one minute more takes in what was recorded just now. */
    private static final Duration ROUNDING = Duration.ofMinutes(1);

    private final RollupReader rollups;
    private final BaselineBook book;
    private final Function<String, BaselinePolicy> policies;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param policies the policy of each operation
     */
    public Baselines(RollupReader rollups, BaselineBook book, Function<String, BaselinePolicy> policies, Clock clock) {
        this.rollups = rollups;
        this.book = book;
        this.policies = policies;
        this.clock = clock;
    }

    /** How baselines of this operation are made. */
    public BaselinePolicy policy(String operation) {
        return policies.apply(operation);
    }

    /** Calculates a baseline by the policy of its operation, and makes it the active one. */
    public ActiveBaseline calculate(Scope scope, String by) {
        return calculate(scope, policy(scope.operation()), by);
    }

    /**
     * Calculates a baseline, and makes it the active one.
     *
     * @param by who asks for it
     * @throws io.tidemark.domain.baseline.TooFewSamplesException when there are too few timings; says how many
     */
    public ActiveBaseline calculate(Scope scope, BaselinePolicy policy, String by) {
        Instant now = clock.instant();
        Sketch timings = rollups.merged(scope, TimeRange.endingAt(now.plus(ROUNDING), policy.lookback()));
        Baseline baseline = policy.calculate(scope, timings, new BaselineOrigin(Reason.MANUAL, by, now));
        return book.activate(baseline);
    }
}
