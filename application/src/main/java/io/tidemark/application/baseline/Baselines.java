package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.TimingReader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Incidents;
import io.tidemark.domain.baseline.LeftOut;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Calculates single baselines from what was recorded, but for incidents and exclusions: of up to {@value
 * #MOST_READ_SINGLY} timings of which nothing is left out their exact percentiles, as far as the storage keeps single
 * timings; of more, and else, those of the roll-ups.
 */
public final class Baselines {
    /** A range ends before its last minute is over; one minute more takes in what was recorded just now. */
    private static final Duration ROUNDING = Duration.ofMinutes(1);

    /** Where each timing counts for much; of more of them, the roll-ups differ by less than chance does. */
    static final int MOST_READ_SINGLY = 10_000;

    private final CountingTimings timings;
    private final TimingReader singles;
    private final BaselineBook book;
    private final Function<String, BaselinePolicy> policies;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param policies the policy of each operation
     */
    public Baselines(
            CountingTimings timings,
            TimingReader singles,
            BaselineBook book,
            Function<String, BaselinePolicy> policies,
            Clock clock) {
        this.timings = timings;
        this.singles = singles;
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
     * Calculates a baseline, and makes it the active one, however much it differs from the one before.
     *
     * @param by who asks for it
     * @throws io.tidemark.domain.baseline.TooFewSamplesException when there are too few timings; says how many
     */
    public ActiveBaseline calculate(Scope scope, BaselinePolicy policy, String by) {
        Instant now = now();
        TimeRange range = TimeRange.endingAt(now.plus(ROUNDING), policy.lookback());
        Incidents incidents = timings.incidents(range.from(), now);
        LeftOut leftOut = incidents.of(scope, now).within(range);
        Sketch counting = timings.read(scope, range, leftOut);
        policy.requireEnough(scope, counting.count(), leftOut);
        Baseline baseline = policy.calculate(scope, counting, new BaselineOrigin(Reason.MANUAL, by, now))
                .withRhythm(timings.rhythm(scope, incidents, now));
        return book.activate(leftOut.isEmpty() ? exact(baseline, range) : baseline);
    }

    /** What is normal since an instant, whatever alerts say: somebody looked. */
    Baseline since(Scope scope, BaselinePolicy policy, Instant since, BaselineOrigin origin) {
        TimeRange range = new TimeRange(since, now().plus(ROUNDING));
        Sketch counting = timings.read(scope, range, LeftOut.NOTHING);
        return policy.withLookback(Duration.between(range.from(), range.to())).calculate(scope, counting, origin);
    }

    Instant now() {
        return clock.instant();
    }

    /** As it is where single timings are missing, be it that they were dropped or that more have just arrived. */
    private Baseline exact(Baseline baseline, TimeRange range) {
        long samples = baseline.normal().samples();
        return samples > MOST_READ_SINGLY
                ? baseline
                : singles.durations(baseline.scope(), range, MOST_READ_SINGLY)
                        .filter(durations -> durations.length == samples)
                        .map(durations -> baseline.withNormal(Distribution.of(durations)))
                        .orElse(baseline);
    }
}
