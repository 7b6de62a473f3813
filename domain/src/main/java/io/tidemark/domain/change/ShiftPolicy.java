package io.tidemark.domain.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What counts as a lasting shift of an operation's level, over weeks of its timings by the hour.
 *
 * @param changes how sure and how large each change of level must be
 * @param minSlowdown by what share the level must be higher than it was; above 0
 * @param fewestSteps how many steps with timings the level of today must have lasted
 * @param zone where the days and weeks are lived that the rhythm of the operations follows
 */
public record ShiftPolicy(ChangeSettings changes, double minSlowdown, int fewestSteps, ZoneId zone) {
    private static final int WEEK = 168;
    private static final int FEWEST_BEFORE = 24;

    public ShiftPolicy {
        requireNonNull(changes, "changes");
        requireNonNull(zone, "zone");
        if (!(minSlowdown > 0 && minSlowdown < Double.POSITIVE_INFINITY) || fewestSteps < 1) {
            throw new IllegalArgumentException("slowdown %s must be above 0, such as 0.2, and steps %d at least 1"
                    .formatted(minSlowdown, fewestSteps));
        }
    }

    /** From 20 % on, when it has lasted for six steps. */
    public static ShiftPolicy standard(ZoneId zone) {
        return new ShiftPolicy(new ChangeSettings(48, 0.0001, 0.1), 0.2, 6, zone);
    }

    /** What is left of a series of durations without the rhythm of day and week. */
    public Series calm(Series series) {
        return Calm.of(series, zone);
    }

    /**
     * The shift that stands at the end of a series: the latest change point since which the level is higher than in the
     * week before it.
     *
     * @param series durations in microseconds, with their rhythm
     */
    public Optional<LevelShift> standing(String operation, Series series) {
        Series calm = calm(series);
        int[] seen = IntStream.range(0, calm.size())
                .filter(step -> !calm.isMissing(step))
                .toArray();
        double[] values = Arrays.stream(seen).mapToDouble(calm::value).toArray();
        List<ChangePoint> points = new ArrayList<>(ChangePoints.of(values, changes));
        Collections.reverse(points);
        return points.stream()
                .filter(point -> stands(before(values, point), now(values, points)))
                .findFirst()
                .map(point -> new LevelShift(
                        operation,
                        calm.instant(seen[point.index()]),
                        Level.of(before(values, point)),
                        Level.of(now(values, points)),
                        point.pValue()));
    }

    private static double[] before(double[] values, ChangePoint point) {
        return Arrays.copyOfRange(values, Math.max(0, point.index() - WEEK), point.index());
    }

    private static double[] now(double[] values, List<ChangePoint> latestFirst) {
        return Arrays.copyOfRange(values, latestFirst.get(0).index(), values.length);
    }

    /** Medians, as one slow hour among few would lift a mean. */
    private boolean stands(double[] before, double[] now) {
        return before.length >= FEWEST_BEFORE
                && now.length >= fewestSteps
                && Order.median(now) >= Order.median(before) * (1 + minSlowdown)
                && Level.of(now).mean() > Level.of(before).mean();
    }
}
