package io.tidemark.domain.backtest;

import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Norm;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.baseline.RhythmPolicy;
import io.tidemark.domain.baseline.RhythmTally;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the past of a scope against the baselines that would have been in force: recalculated each night from what was
 * known then, so that nothing is judged by what came after it. Where a night has too few timings, the baseline before stays.
 */
final class ThresholdReplay implements Replay {
    /** When baselines are recalculated, if nobody says otherwise. */
    private static final Duration NIGHTLY = Duration.ofHours(2);

    private final Scope scope;
    private final BaselinePolicy policy;
    private final @Nullable RhythmPolicy rhythm;
    private final SortedMap<Instant, Sketch> hours;
    private Instant recalculated = Instant.MIN;
    private @Nullable Baseline inForce;

    /**
     * Makes one to be shown steps in order of time.
     *
     * @param hours all that is known from before and of the range, by the hour
     */
    ThresholdReplay(
            Scope scope, BaselinePolicy policy, @Nullable RhythmPolicy rhythm, SortedMap<Instant, Sketch> hours) {
        this.scope = scope;
        this.policy = policy;
        this.rhythm = rhythm;
        this.hours = hours;
    }

    @Override
    public Optional<Reached> reached(Instant at, Duration length, Sketch timings) {
        recalculateFor(at);
        if (inForce == null) {
            return Optional.empty();
        }
        Norm norm = inForce.at(at);
        double worst = (double) timings.totals().max();
        // What stays below the floor fires with no multiplier.
        double score = worst > norm.thresholdMicros(1) ? worst / norm.p99Micros() : 0;
        return Optional.of(new Reached(at, length, score, worst, norm.period()));
    }

    private void recalculateFor(Instant at) {
        Instant night = at.minus(NIGHTLY).truncatedTo(ChronoUnit.DAYS).plus(NIGHTLY);
        if (night.isAfter(recalculated)) {
            recalculated = night;
            Sketch window = new Sketch();
            between(night.minus(policy.lookback()), night).values().forEach(window::merge);
            if (window.count() >= policy.minSamples()) {
                inForce = policy.calculate(scope, window, new BaselineOrigin(Reason.SCHEDULED, "backtest", night))
                        .withRhythm(rhythm(night));
            }
        }
    }

    private Rhythm rhythm(Instant night) {
        if (rhythm == null) {
            return Rhythm.NONE;
        }
        RhythmTally tally = new RhythmTally(rhythm);
        between(night.minus(rhythm.lookback()), night).forEach(tally::add);
        return tally.rhythm();
    }

    private SortedMap<Instant, Sketch> between(Instant from, Instant to) {
        return hours.subMap(from, to);
    }
}
