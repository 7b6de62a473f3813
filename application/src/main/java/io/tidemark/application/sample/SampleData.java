package io.tidemark.application.sample;

import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * 82 timings of five operations, a trace and three merges, in the 82 minutes before an instant. The merges are three of the
 * fifteen timings of {@code merge_branches}; their phases come on top, as with every merge.
 */
public final class SampleData {
    /** In microseconds, from the shortest to the longest. */
    private static final List<Series> SERIES = List.of(
            series("branch_create", 3.0, 1_100, 1_300, 1_500, 1_600, 1_800, 1_900, 2_100, 2_300, 2_600, 2_800)
                    .and(3_000, 3_000),
            series("commit", 2.5, 2_100, 2_300, 2_600, 2_800, 3_000, 3_100, 3_300, 3_500, 3_600, 3_800)
                    .and(4_000, 4_200, 4_300, 4_500, 4_700, 4_900, 5_200, 5_600, 6_000, 6_000),
            series("get_history", 2.0, 5_200, 6_900, 8_400, 9_800, 11_300, 12_700, 14_200, 15_900, 17_500, 19_100)
                    .and(20_800, 22_400, 24_000, 25_700, 27_300, 29_100, 30_800, 32_600, 34_500, 36_700)
                    .and(39_200, 42_300, 46_200, 47_200, 49_568),
            series("merge_branches", 2.0, 62_000, 67_400, 70_100, 72_500, 74_800, 76_900, 79_300, 82_000, 84_600)
                    .and(87_200, 91_300, 95_929),
            series("rollback_commit", 2.0, 21_500, 38_000, 54_200, 71_700, 89_400, 108_300, 127_900, 151_200)
                    .and(180_306, 199_750));

    private static final List<String> USERS = List.of("ada", "grace", "edsger", "barbara");
    private static final Context ADA = Context.of("ada").onBranch("main");

    private final Instant before;

    /** @param before when all of it is over: the last timing ends a minute earlier */
    public SampleData(Instant before) {
        this.before = before.truncatedTo(ChronoUnit.MINUTES);
    }

    /** An operation with its durations, and how many times its p99 a run of it may last. */
    record Series(String operation, double multiplier, List<Integer> micros) {
        Series and(Integer... more) {
            List<Integer> all = new ArrayList<>(micros);
            all.addAll(List.of(more));
            return new Series(operation, multiplier, List.copyOf(all));
        }
    }

    List<Series> series() {
        return SERIES;
    }

    /** The 79 timings that are no merges. */
    public List<Timing> timings() {
        List<Timing> timings = new ArrayList<>();
        for (Series series : SERIES) {
            for (int micros : series.micros()) {
                int place = timings.size();
                Context context =
                        Context.of(USERS.get(place % USERS.size())).onBranch(place % 3 == 0 ? "release" : "main");
                timings.add(new Timing(series.operation(), micros, minutesBefore(4 + place), context));
            }
        }
        return timings;
    }

    /** One merge without conflicts, one whose conflicts were resolved by rules, and one that was left to a person. */
    public List<Merge> merges() {
        return List.of(
                merge("feature/search", new Phases(9_100, 21_300, 0, 53_000), Conflicts.NONE, Resolution.NONE, 3),
                merge(
                        "feature/audit",
                        new Phases(10_400, 24_800, 15_200, 65_500),
                        new Conflicts(3, 3, 0),
                        Resolution.AUTO,
                        2),
                merge(
                        "hotfix/locks",
                        new Phases(12_700, 38_900, 30_100, 99_500),
                        new Conflicts(5, 4, 1),
                        Resolution.MANUAL,
                        1));
    }

    /** The spans of the last of the merges. */
    public List<Span> trace() {
        return SampleTrace.of(merges().get(2));
    }

    private Merge merge(String source, Phases phases, Conflicts conflicts, Resolution resolution, int minutes) {
        MergeStatus status = conflicts.failed() == 0 ? MergeStatus.SUCCESS : MergeStatus.PARTIAL_SUCCESS;
        return new Merge(
                new Branches(source, "main", null),
                phases,
                conflicts,
                new Verdict(status, resolution, null),
                minutesBefore(minutes),
                new MergedBy(ADA.user(), null));
    }

    private Instant minutesBefore(int minutes) {
        return before.minus(minutes, ChronoUnit.MINUTES);
    }

    private static Series series(String operation, double multiplier, Integer... micros) {
        return new Series(operation, multiplier, List.of(micros));
    }
}
