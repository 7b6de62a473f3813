package io.tidemark.application.quality;

import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Level shifts by change points, over hourly medians of the last four weeks. */
final class ShiftRule implements Rule {
    private static final Duration LOOKBACK = Duration.ofDays(28);
    private static final Duration STEP = Duration.ofHours(1);

    private final ShiftPolicy policy = ShiftPolicy.standard(Pace.ZONE);

    @Override
    public String name() {
        return "level shifts";
    }

    @Override
    public boolean ofTimings() {
        return false;
    }

    @Override
    public List<Report> reports(List<Trail> trails) {
        return trails.stream()
                .flatMap(trail -> Rule.runs().stream()
                        .flatMap(run -> policy.standing(trail.pace().name(), series(trail, run)).stream()
                                .map(shift -> new Report(shift.operation(), shift.since(), run))))
                .toList();
    }

    private static Series series(Trail trail, Instant run) {
        Instant from = run.minus(LOOKBACK).isBefore(Simulation.START) ? Simulation.START : run.minus(LOOKBACK);
        double[] medians = IntStream.range(0, (int) Duration.between(from, run).dividedBy(STEP))
                .mapToObj(hour -> from.plus(STEP.multipliedBy(hour)))
                .map(hour -> trail.micros(hour, hour.plus(STEP)))
                .mapToDouble(micros -> micros.length == 0 ? Double.NaN : Order.median(micros))
                .toArray();
        return Series.of(from, STEP, medians);
    }
}
