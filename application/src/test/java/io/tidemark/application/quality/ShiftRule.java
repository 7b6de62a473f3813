package io.tidemark.application.quality;

import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
        return trails.stream().flatMap(this::reports).toList();
    }

    private Stream<Report> reports(Trail trail) {
        double[] medians = medians(trail);
        return Rule.runs().stream()
                .flatMap(run -> policy.standing(trail.pace().name(), series(medians, run)).stream()
                        .map(shift -> new Report(shift.operation(), shift.since(), run)));
    }

    private static Series series(double[] medians, Instant run) {
        int to = (int) Duration.between(Simulation.START, run).dividedBy(STEP);
        int from = Math.max(0, to - (int) LOOKBACK.dividedBy(STEP));
        return Series.of(Simulation.START.plus(STEP.multipliedBy(from)), STEP, Arrays.copyOfRange(medians, from, to));
    }

    private static double[] medians(Trail trail) {
        return Stream.iterate(Simulation.START, hour -> hour.isBefore(Simulation.END), hour -> hour.plus(STEP))
                .map(hour -> trail.micros(hour, hour.plus(STEP)))
                .mapToDouble(micros -> micros.length == 0 ? Double.NaN : Order.median(micros))
                .toArray();
    }
}
