package io.tidemark.application.merge;

import io.tidemark.application.change.LevelShifts;
import io.tidemark.application.port.MergeStatistics;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.MergeAdvice;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeShift;
import io.tidemark.domain.merge.MergeSla;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells where merges lose their time, for which pair of branches, since when, and what would help. */
public final class MergeStudy {
    private static final String MERGE = "merge_branches";

    /** Of what a merge yields timings. */
    public static final List<String> OPERATIONS =
            List.of(MERGE, "merge_base_find", "merge_conflict_detect", "merge_auto_resolve");

    private static final Duration LOOKBACK = Duration.ofDays(28);

    private final MergeStatistics statistics;
    private final Function<Scope, Optional<ActiveBaseline>> baselines;
    private final LevelShifts shifts;
    private final ShiftPolicy policy;

    /**
     * Reads nothing yet.
     *
     * @param baselines what a timing of a scope is held against
     * @param policy what counts as a lasting shift
     */
    public MergeStudy(
            MergeStatistics statistics,
            Function<Scope, Optional<ActiveBaseline>> baselines,
            LevelShifts shifts,
            ShiftPolicy policy) {
        this.statistics = statistics;
        this.baselines = baselines;
        this.shifts = shifts;
        this.policy = policy;
    }

    /** The figures of merges, without what follows from them. */
    public MergeStatistics statistics() {
        return statistics;
    }

    /**
     * What the merges of a range look like; empty when there are none. Shifts are those that stand at its end.
     *
     * @param step how long each point of the courses of the pairs is: whole seconds
     * @param most how many pairs at most
     */
    public Optional<MergeReport> report(MergeFilter filter, TimeRange range, Duration step, int most) {
        return statistics.figures(filter, range).map(figures -> {
            Instant end = range.to().truncatedTo(ChronoUnit.HOURS);
            return new MergeReport(
                    figures,
                    sla(Scope.of(MERGE)),
                    standing(end),
                    MergeAdvice.of(figures),
                    pairs(statistics.pairs(filter, range, most), range, step));
        });
    }

    private List<LevelShift> standing(Instant end) {
        return OPERATIONS.stream()
                .flatMap(operation -> shifts.standing(operation, end).stream())
                .map(standing -> standing.shift())
                .toList();
    }

    private List<PairReport> pairs(List<PairFigures> figures, TimeRange range, Duration step) {
        List<BranchPair> pairs = figures.stream().map(PairFigures::pair).toList();
        TimeRange past = TimeRange.endingAt(range.to().truncatedTo(ChronoUnit.HOURS), LOOKBACK);
        Map<BranchPair, List<MergePoint>> hours = statistics.courses(pairs, past, MergeShift.STEP);
        Map<BranchPair, List<MergePoint>> courses = statistics.courses(pairs, range, step);
        return figures.stream()
                .map(one -> new PairReport(
                        one,
                        sla(new Scope(MERGE, one.pair().target()))
                                .judge(one.figures().times().total().p99()),
                        MergeShift.standing(one.pair(), past, hours.getOrDefault(one.pair(), List.of()), policy)
                                .orElse(null),
                        MergeAdvice.of(one.figures()),
                        courses.getOrDefault(one.pair(), List.of())))
                .toList();
    }

    private MergeSla sla(Scope scope) {
        return baselines
                .apply(scope)
                .map(active -> MergeSla.ofP99(active.baseline().p99Micros()))
                .orElse(MergeSla.WITHOUT_BASELINE);
    }
}
