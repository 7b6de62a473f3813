package io.tidemark.domain.merge;

import static io.tidemark.domain.merge.MergeFixture.CLEAN;
import static io.tidemark.domain.merge.MergeFixture.aMerge;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MergeTest {
    private static final Context ON_MAIN =
            Context.of("anna").onBranch("main").named("merge feature/x").inSession("s-1");

    @Test
    void start_liesTheTotalBeforeTheCompletion() {
        assertThat(aMerge(NOON).start()).isEqualTo(beforeNoon(100));
    }

    @Test
    void timings_areTheWholeAndItsPhasesOneAfterTheOther() {
        assertThat(aMerge(NOON).timings())
                .containsExactly(
                        new Timing("merge_branches", 100, NOON, ON_MAIN),
                        new Timing("merge_base_find", 10, beforeNoon(90), ON_MAIN),
                        new Timing("merge_conflict_detect", 30, beforeNoon(60), ON_MAIN),
                        new Timing("merge_auto_resolve", 20, beforeNoon(40), ON_MAIN));
    }

    @Test
    void timings_leaveOutPhasesThatTookNoTime() {
        Merge merge = aMerge(new Phases(0, 30, 0, 100), Conflicts.NONE, CLEAN, NOON);

        assertThat(merge.timings())
                .extracting(Timing::operation)
                .containsExactly("merge_branches", "merge_conflict_detect");
    }

    @Test
    void timings_ofPhasesThatRanSideBySide_endWithTheMerge() {
        Merge merge = aMerge(new Phases(80, 70, 100, 100), Conflicts.NONE, CLEAN, NOON);

        assertThat(merge.timings()).allSatisfy(timing -> {
            assertThat(timing.start()).isAfterOrEqualTo(merge.start());
            assertThat(timing.end()).isBeforeOrEqualTo(merge.completion());
        });
    }

    @Test
    void timings_areNamedWithinTheLimit() {
        Branches longName = new Branches("x".repeat(200), "main", null);
        Merge merge =
                new Merge(longName, MergeFixture.OF_A_HUNDRED, Conflicts.NONE, CLEAN, NOON, new MergedBy("anna", null));

        assertThat(merge.timings().get(0).context().name()).hasSize(200).startsWith("merge xxx");
    }

    @ParameterizedTest
    @CsvSource({
        "101, 0, 0, 100, baseMicros 101",
        "0, 101, 0, 100, conflictMicros 101",
        "0, 0, 101, 100, resolveMicros 101",
        "-1, 0, 0, 100, baseMicros -1"
    })
    void phases_lastNoLongerThanTheWhole(long base, long conflicts, long resolve, long total, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Phases(base, conflicts, resolve, total))
                .withMessage("%s must be from 0 to the total of 100", said);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "31622400000001"})
    void phases_refuseATotalOutOfRange(long total) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Phases(0, 0, 0, total))
                .withMessage("totalMicros %d must be from 1 to 31622400000000 (366 days)", total);
    }

    @Test
    void conflicts_refuseMoreOutcomesThanConflicts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conflicts(3, 2, 2))
                .withMessage("resolved 2 and failed 2 must not be more than the 3 found");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conflicts(3, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .withMessageContaining("must not be more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conflicts(1, -1, 0))
                .withMessage("found 1, resolved -1 and failed 0 must not be negative");
    }

    @Test
    void merge_withConflicts_saysWhatBecameOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aMerge(MergeFixture.OF_A_HUNDRED, new Conflicts(2, 0, 0), CLEAN, NOON))
                .withMessage("resolution NONE does not fit 2 conflicts: it must be REJECTED, or AUTO or MANUAL");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "MANUAL"})
    void merge_withoutConflicts_hadNothingToResolve(Resolution resolution) {
        Verdict verdict = new Verdict(MergeStatus.SUCCESS, resolution, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> aMerge(MergeFixture.OF_A_HUNDRED, Conflicts.NONE, verdict, NOON))
                .withMessage("resolution %s does not fit 0 conflicts: it must be REJECTED, or NONE", resolution);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, SUCCESS, NONE",
        "2, 2, SUCCESS, AUTO",
        "2, 1, SUCCESS, MANUAL",
        "2, 1, FAILED, REJECTED",
        "2, 0, ABANDONED, REJECTED",
        "0, 0, ABANDONED, NONE"
    })
    void resolution_followsFromTheConflictsAndTheStatus(int found, int resolved, MergeStatus status, Resolution said) {
        assertThat(Resolution.of(new Conflicts(found, resolved, 0), status)).isEqualTo(said);
    }

    @Test
    void names_areRefusedByTheirField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Branches(" ", "main", null))
                .withMessageStartingWith("source ' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Branches("x", "", null))
                .withMessageStartingWith("target ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Branches("x", "main", ""))
                .withMessageStartingWith("base ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MergedBy("", null))
                .withMessageStartingWith("user ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MergedBy("anna", ""))
                .withMessageStartingWith("session ''");
    }

    @Test
    void batch_handsOnItsTimingsUnderItsOwnId() {
        MergeBatch batch = MergeBatch.of(List.of(aMerge(NOON), aMerge(NOON)));

        assertThat(batch.timings().id()).isEqualTo(batch.id());
        assertThat(batch.timings().timings()).hasSize(8);
    }

    private static Instant beforeNoon(long micros) {
        return NOON.minus(micros, ChronoUnit.MICROS);
    }
}
