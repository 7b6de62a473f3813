package io.tidemark.application.merge;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.SettableClock;
import io.tidemark.application.change.LevelShifts;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineFixture;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.MergeShift;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.SlaStatus;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MergeStudyTest {
    private static final Duration STEP = Duration.ofMinutes(20);
    private static final TimeRange DAY = TimeRange.endingAt(NOON, Duration.ofDays(1));
    private static final Instant SHIFT = NOON.minus(Duration.ofDays(3));
    private static final BranchPair SLOWER = new BranchPair("feature/x", "main");
    private static final BranchPair STEADY = new BranchPair("hotfix", "release");

    private final Storage storage = Storages.create("memory", StorageSettings.NONE, new SettableClock(NOON));
    private final Map<Scope, ActiveBaseline> baselines = new HashMap<>();
    private final MergeStudy study = new MergeStudy(
            storage.mergeStatistics(),
            scope -> Optional.ofNullable(baselines.get(scope)),
            new LevelShifts(storage.rollups(), storage.operationReader(), ShiftPolicy.standard(ZoneOffset.UTC)),
            ShiftPolicy.standard(ZoneOffset.UTC));

    @Test
    void report_ofNoMerges_isNone() {
        assertThat(study.report(MergeFilter.ALL, DAY, STEP, 10)).isEmpty();
    }

    @Test
    void report_saysSinceWhenAPairTakesLonger_andInWhichPhase() {
        mergeTenDays();

        MergeReport report = study.report(MergeFilter.ALL, DAY, STEP, 10).orElseThrow();

        assertThat(report.pairs()).extracting(pair -> pair.figures().pair()).containsExactly(SLOWER, STEADY);
        MergeShift shift = requireNonNull(report.pairs().get(0).shift());
        assertThat(shift.shift().since()).isEqualTo(SHIFT);
        assertThat(shift.phase()).isEqualTo(MergePhase.CONFLICT_DETECTION);
        assertThat(shift.addedMicros()).isCloseTo(40_000, within(4_000.0));
        assertThat(report.pairs().get(1).shift()).isNull();
    }

    @Test
    void report_saysSinceWhenAPhaseTakesLonger() {
        mergeTenDays();

        assertThat(study.report(MergeFilter.of(STEADY), DAY, STEP, 10)
                        .orElseThrow()
                        .shifts())
                .extracting(LevelShift::operation)
                .contains("merge_conflict_detect")
                .doesNotContain("merge_base_find");
    }

    @Test
    void pairs_haveTheirCourseInTheRange() {
        mergeTenDays();

        assertThat(study.report(MergeFilter.ALL, DAY, STEP, 1).orElseThrow().pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.course())
                        .isNotEmpty()
                        .allSatisfy(
                                point -> assertThat(DAY.contains(point.start())).isTrue()));
    }

    @Test
    void status_isHeldAgainstTheBaselineOfTheTarget() {
        storage.merges().append(List.of(merge(SLOWER, 40_000, NOON.minusSeconds(60))));
        assertThat(status()).isEqualTo(SlaStatus.OK);

        Scope main = new Scope("merge_branches", "main");
        baselines.put(main, new ActiveBaseline(1, BaselineFixture.aBaseline(50_000, 2)));
        assertThat(status()).isEqualTo(SlaStatus.CRITICAL);

        baselines.put(main, new ActiveBaseline(2, BaselineFixture.aBaseline(60_000, 2)));
        assertThat(status()).isEqualTo(SlaStatus.DEGRADED);
    }

    private SlaStatus status() {
        return study.report(MergeFilter.ALL, DAY, STEP, 10)
                .orElseThrow()
                .pairs()
                .get(0)
                .sla();
    }

    private void mergeTenDays() {
        Random random = new Random(20_261_121);
        List<Merge> merges = new ArrayList<>();
        for (Instant at = NOON.minus(Duration.ofDays(10)); at.isBefore(NOON); at = at.plus(Duration.ofMinutes(20))) {
            double noise = 1 + 0.05 * random.nextGaussian();
            merges.add(merge(SLOWER, Math.round((at.isBefore(SHIFT) ? 40_000 : 80_000) * noise), at));
            merges.add(merge(STEADY, Math.round(40_000 * noise), at));
        }
        storage.merges().append(merges);
    }

    /** A merge of 45 ms beside the detection of conflicts. */
    private static Merge merge(BranchPair pair, long detectionMicros, Instant at) {
        return new Merge(
                new Branches(pair.source(), pair.target(), null),
                new Phases(15_000, detectionMicros, 0, 45_000 + detectionMicros),
                Conflicts.NONE,
                new Verdict(MergeStatus.SUCCESS, Resolution.NONE, null),
                at,
                new MergedBy("ada", null));
    }
}
