package io.tidemark.domain.merge;

import static io.tidemark.domain.merge.MergeFixture.CLEAN;
import static io.tidemark.domain.merge.MergeFixture.aMerge;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against a table of four merges that was worked out by hand. */
final class MergeFiguresTest {
    private static final List<Merge> MERGES = List.of(
            // base, detection, resolution, total: rest 40
            aMerge(
                    new Phases(10, 30, 20, 100),
                    new Conflicts(4, 4, 0),
                    verdict(MergeStatus.SUCCESS, Resolution.AUTO),
                    NOON),
            // rest 0, although the phases are longer in sum
            aMerge(
                    new Phases(90, 80, 40, 200),
                    new Conflicts(6, 1, 5),
                    verdict(MergeStatus.PARTIAL_SUCCESS, Resolution.MANUAL),
                    NOON),
            // rest 60
            aMerge(new Phases(20, 20, 0, 100), Conflicts.NONE, CLEAN, NOON),
            // rest 400, and no phase
            aMerge(new Phases(0, 0, 0, 400), Conflicts.NONE, verdict(MergeStatus.ABANDONED, Resolution.NONE), NOON));

    private final MergeFigures figures = MergeFigures.of(MERGES);

    @Test
    void outcomes_areCounted() {
        assertThat(figures.merges()).isEqualTo(4);
        assertThat(figures.outcomes()).isEqualTo(new Outcomes(2, 1, 0, 1));
        assertThat(figures.outcomes().successRate()).isEqualTo(0.5);
        assertThat(figures.resolutions()).isEqualTo(new Resolutions(1, 1, 0, 2));
    }

    @Test
    void conflicts_areCountedOneByOne() {
        assertThat(figures.conflicts()).isEqualTo(new ConflictCounts(2, 10, 6, 5, 5));
        assertThat(figures.conflictRate()).isEqualTo(0.5);
        assertThat(figures.conflicts().automaticRate()).hasValue(0.5);
    }

    @Test
    void resolution_isAveragedOverMergesWithConflicts() {
        assertThat(figures.resolutionMicros()).isEqualTo(30);
        assertThat(MergeFigures.of(List.of(aMerge(new Phases(1, 2, 0, 10), Conflicts.NONE, CLEAN, NOON)))
                        .resolutionMicros())
                .isZero();
    }

    @Test
    void rates_ofNoConflicts_areNone() {
        MergeFigures clean = MergeFigures.of(List.of(aMerge(NOON)));

        assertThat(clean.conflicts().automaticRate()).isEmpty();
        assertThat(clean.conflictRate()).isZero();
    }

    @Test
    void phases_areAveragedOverAllMerges() {
        assertThat(figures.times().average()).isEqualTo(new PhaseMicros(30, 32.5, 15, 125));
        assertThat(figures.times().longest()).isEqualTo(new PhaseMicros(90, 80, 40, 400));
    }

    /** Ranks 0 to 3: the p99 lies at 2.97, the p50 at 1.5. */
    @Test
    void percentiles_lieBetweenNeighbours() {
        assertThat(figures.times().total()).satisfies(total -> {
            assertThat(total.average()).isEqualTo(200);
            assertThat(total.p50()).isEqualTo(150);
            assertThat(total.p99()).isCloseTo(394, within(1e-9));
            assertThat(total.longest()).isEqualTo(400);
        });
        assertThat(figures.times().p99().base()).isCloseTo(87.9, within(1e-9));
        assertThat(figures.times().p99().rest()).isCloseTo(389.8, within(1e-9));
    }

    @Test
    void bottlenecks_areCountedMergeByMerge_andSharesAreOfAll() {
        assertThat(figures.bottlenecks()).isEqualTo(new BottleneckCounts(1, 1, 0, 1, 1));
        assertThat(figures.bottlenecks().share(MergeBottleneck.LCA_FINDING)).isEqualTo(0.25);
        assertThat(figures.bottlenecks().share(MergeBottleneck.CONFLICT_RESOLUTION))
                .isZero();
        assertThat(figures.bottleneck()).isEqualTo(MergeBottleneck.CONFLICT_DETECTION);
    }

    @Test
    void shares_addUpToOne() {
        PhaseMicros average = figures.times().average();

        assertThat(average.share(MergePhase.REST)).isCloseTo(125 / 202.5, within(1e-12));
        assertThat(average.share(MergePhase.LCA_FINDING)
                        + average.share(MergePhase.CONFLICT_DETECTION)
                        + average.share(MergePhase.CONFLICT_RESOLUTION)
                        + average.share(MergePhase.REST))
                .isCloseTo(1, within(1e-12));
        assertThat(new PhaseMicros(0, 0, 0, 0).share(MergePhase.REST)).isZero();
    }

    @Test
    void figures_ofNoMerges_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(0, 0, 0, 0))
                .withMessage("there must be at least one merge: no rate is one of none");
    }

    @Test
    void hotSpots_areThePairsWithConflicts_theMostOftenFirst() {
        PairFigures clean = pair("clean", aMerge(NOON));
        PairFigures half = pair("half", MERGES.get(0), MERGES.get(2));
        PairFigures slowHalf = pair("slow half", MERGES.get(1), MERGES.get(2));
        PairFigures always = pair("always", MERGES.get(0));

        assertThat(PairFigures.hotSpots(List.of(clean, half, slowHalf, always)))
                .containsExactly(always, slowHalf, half);
    }

    @Test
    void pairs_comeByTheTimeSpentInAll() {
        PairFigures once = pair("once", MERGES.get(1));
        PairFigures often = pair("often", MERGES.get(0), MERGES.get(0), MERGES.get(0));
        PairFigures alike = pair("alike", MERGES.get(1));

        assertThat(List.of(once, often, alike).stream().sorted(PairFigures.DEAREST_FIRST))
                .containsExactly(often, alike, once);
    }

    private static PairFigures pair(String source, Merge... merges) {
        Instant last = NOON;
        return new PairFigures(new BranchPair(source, "main"), MergeFigures.of(List.of(merges)), last);
    }

    private static Verdict verdict(MergeStatus status, Resolution resolution) {
        return new Verdict(status, resolution, null);
    }
}
