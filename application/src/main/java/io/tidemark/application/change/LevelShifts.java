package io.tidemark.application.change;

import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.change.ChangePoints;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds when the levels of operations shifted, from their roll-ups; one operation after the other, to save memory. */
public final class LevelShifts {
    private static final Duration LOOKBACK = Duration.ofDays(28);
    private static final Duration STEP = Duration.ofHours(1);
    private static final double MEDIAN = 0.5;

    private final RollupReader rollups;
    private final OperationReader operations;
    private final ShiftPolicy policy;

    public LevelShifts(RollupReader rollups, OperationReader operations, ShiftPolicy policy) {
        this.rollups = rollups;
        this.operations = operations;
        this.policy = policy;
    }

    /** The shifts for the worse that stand, of all tracked operations: by the medians of the whole hours of four weeks. */
    public List<StandingShift> standing(Instant now) {
        return operations.all().stream()
                .filter(OperationType::tracked)
                .flatMap(operation -> standing(operation.name(), now).stream())
                .toList();
    }

    /** That of one operation, tracked or not. */
    public Optional<StandingShift> standing(String operation, Instant now) {
        return lately(operation, now).standing();
    }

    /** The level of an operation, tracked or not, over the whole hours of four weeks. */
    public RecentLevel lately(String operation, Instant now) {
        TimeRange range = TimeRange.endingAt(now.truncatedTo(ChronoUnit.HOURS), LOOKBACK);
        return new RecentLevel(operation, series(operation, range, STEP, MEDIAN), policy);
    }

    /** How the level of an operation went; empty series where it was not timed. */
    public History history(String operation, View view) {
        Series calm = policy.calm(series(operation, view.range(), view.step(), view.percentile()));
        return new History(calm, ChangePoints.of(calm, view.settings()));
    }

    private Series series(String operation, TimeRange range, Duration step, double percentile) {
        Map<Instant, Sketch> steps = rollups.steps(Scope.of(operation), range, step);
        long seconds = step.toSeconds();
        long first = Math.floorDiv(range.from().getEpochSecond(), seconds);
        long last = Math.floorDiv(range.to().minusNanos(1).getEpochSecond(), seconds);
        double[] values = new double[(int) (last - first + 1)];
        Arrays.fill(values, Double.NaN);
        steps.forEach((start, sketch) ->
                values[(int) (start.getEpochSecond() / seconds - first)] = sketch.quantile(percentile));
        return Series.of(Instant.ofEpochSecond(first * seconds), step, values);
    }
}
