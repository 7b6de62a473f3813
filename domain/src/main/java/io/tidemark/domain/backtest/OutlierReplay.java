package io.tidemark.domain.backtest;

import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.anomaly.Method;
import io.tidemark.domain.anomaly.MinimumEffect;
import io.tidemark.domain.anomaly.Yardstick;
import io.tidemark.domain.percentile.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the past as detection would have: every six hours, the timings since the last time, by the 24 hours that end
 * there. Only the slow side counts.
 */
final class OutlierReplay implements Replay {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final long SECONDS_BETWEEN_RUNS = Duration.ofHours(6).toSeconds();

    private final AnomalyRule rule;
    private final SortedMap<Instant, Sketch> hours;
    private Instant run = Instant.MIN;
    private @Nullable Yardstick normal;

    /**
     * Makes one to be shown steps in order of time.
     *
     * @param hours all that is known from before and of the range, by the hour
     */
    OutlierReplay(Method method, SortedMap<Instant, Sketch> hours) {
        double least = Rule.ROBUST.least();
        this.rule = new AnomalyRule(method, new Cutoffs(least, Rule.ROBUST.most()), MinimumEffect.DEFAULT);
        this.hours = hours;
    }

    @Override
    public Optional<Reached> reached(Instant at, Duration length, Sketch timings) {
        measureFor(at);
        if (normal == null) {
            return Optional.empty();
        }
        long worst = timings.totals().max();
        double score = rule.judge(normal, new Measured(0, worst, at))
                .filter(Anomaly::isSlow)
                .map(Anomaly::score)
                .orElse(0.0);
        return Optional.of(new Reached(
                at,
                length,
                score,
                (double) worst,
                "24 hours, %s".formatted(rule.method().word())));
    }

    private void measureFor(Instant at) {
        long runs = Math.floorDiv(at.getEpochSecond(), SECONDS_BETWEEN_RUNS) + 1;
        Instant next = Instant.ofEpochSecond(runs * SECONDS_BETWEEN_RUNS);
        if (!next.equals(run)) {
            run = next;
            Sketch window = new Sketch();
            hours.subMap(next.minus(WINDOW), next).values().forEach(window::merge);
            normal = rule.standard(window) instanceof Yardstick yardstick ? yardstick : null;
        }
    }
}
