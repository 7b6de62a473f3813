package io.tidemark.application.quality;

import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.Decision;
import io.tidemark.domain.anomaly.Degradation;
import io.tidemark.domain.anomaly.DegradationRule;
import io.tidemark.domain.anomaly.Surprise;
import io.tidemark.domain.anomaly.Symptoms;
import io.tidemark.domain.anomaly.Symptoms.Spike;
import io.tidemark.domain.anomaly.Yardstick;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What somebody is told of outliers and degradation together, of an operation without a baseline. */
final class DecisionRule implements Rule {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    @Override
    public String name() {
        return "alerts by the decision table";
    }

    @Override
    public boolean ofTimings() {
        return false;
    }

    @Override
    public Duration memory() {
        return WEEK;
    }

    @Override
    public List<Report> reports(List<Trail> trails) {
        return trails.stream()
                .flatMap(trail -> Rule.runs().stream().flatMap(run -> report(trail, run)))
                .toList();
    }

    private static Stream<Report> report(Trail trail, Instant run) {
        List<Anomaly> slow = AnomalyRule.DEFAULT.judgeAll(trail.measured(run.minus(DAY), run)).stream()
                .filter(Anomaly::isSlow)
                .toList();
        double percent = degradation(trail, run);
        Symptoms symptoms = symptoms(slow, trail.steps(run.minus(DAY), run, HOUR), percent);
        if (!Decision.of(symptoms, Cutoffs.DEFAULT, Set.of()).alerts()) {
            return Stream.of();
        }
        Instant about = percent > 0 ? run.minusMillis(1) : slow.get(0).timing().start();
        return Stream.of(new Report(trail.pace().name(), about, run));
    }

    private static Symptoms symptoms(List<Anomaly> slow, SortedMap<Instant, Sketch> hours, double percent) {
        Sketch all = new Sketch();
        hours.values().forEach(all::merge);
        double worst = slow.stream().mapToDouble(Anomaly::score).max().orElse(0);
        boolean repeats = all.count() >= Yardstick.FIRM_FROM && Surprise.repeats(slow, new TreeMap<>(hours));
        boolean outlier = repeats || Surprise.isOutlier(worst, all.count());
        return new Symptoms(outlier ? worst : 0, repeats ? Spike.REPEATS : Spike.SINGLE, percent);
    }

    private static double degradation(Trail trail, Instant run) {
        return DegradationRule.DEFAULT.judge(
                                new TimeRange(run.minus(WEEK), run), trail.steps(run.minus(WEEK), run, HOUR))
                        instanceof Degradation degradation
                ? degradation.countingPercent()
                : 0;
    }
}
