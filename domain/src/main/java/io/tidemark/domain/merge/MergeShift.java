package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.series.Steps;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Since when the merges of a pair take longer, and in which phase.
 *
 * @param shift since when, from which level to which
 * @param phase the phase that got longer by most
 * @param addedMicros by how much longer it is on average
 */
public record MergeShift(LevelShift shift, MergePhase phase, double addedMicros) {
    /** How long each point is. */
    public static final Duration STEP = Duration.ofHours(1);

    private static final Duration WEEK = Duration.ofDays(7);

    public MergeShift {
        requireNonNull(shift, "shift");
        requireNonNull(phase, "phase");
    }

    /**
     * The shift for the worse that stands at the end of a range, if there is one.
     *
     * @param points the merges of the pair in that range, by the hour
     */
    public static Optional<MergeShift> standing(
            BranchPair pair, TimeRange range, List<MergePoint> points, ShiftPolicy policy) {
        Steps steps = Steps.touching(range, STEP);
        double[] medians = steps.missing();
        points.forEach(point -> medians[steps.place(point.start())] = point.p50Micros());
        return policy.standing(pair.toString(), steps.series(medians)).map(shift -> explained(shift, points));
    }

    private static MergeShift explained(LevelShift shift, List<MergePoint> points) {
        Instant since = shift.since();
        PhaseMicros before = average(
                points, point -> point.start().isBefore(since) && !point.start().isBefore(since.minus(WEEK)));
        PhaseMicros after = average(points, point -> !point.start().isBefore(since));
        MergePhase grown = Arrays.stream(MergePhase.values())
                .max(Comparator.comparingDouble(phase -> after.of(phase) - before.of(phase)))
                .orElseThrow();
        return new MergeShift(shift, grown, after.of(grown) - before.of(grown));
    }

    private static PhaseMicros average(List<MergePoint> points, Predicate<MergePoint> which) {
        List<MergePoint> some = points.stream().filter(which).toList();
        double merges = Math.max(1, some.stream().mapToLong(MergePoint::merges).sum());
        return new PhaseMicros(
                sum(some, MergePhase.LCA_FINDING) / merges,
                sum(some, MergePhase.CONFLICT_DETECTION) / merges,
                sum(some, MergePhase.CONFLICT_RESOLUTION) / merges,
                sum(some, MergePhase.REST) / merges);
    }

    private static double sum(List<MergePoint> points, MergePhase phase) {
        return points.stream()
                .mapToDouble(point -> point.average().of(phase) * point.merges())
                .sum();
    }
}
