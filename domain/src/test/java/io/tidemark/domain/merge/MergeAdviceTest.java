package io.tidemark.domain.merge;

import static io.tidemark.domain.merge.MergeFixture.CLEAN;
import static io.tidemark.domain.merge.MergeFixture.aMerge;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MergeAdviceTest {
    private static final Conflicts BY_RULES = new Conflicts(4, 3, 1);
    private static final Conflicts BY_HAND = new Conflicts(4, 1, 3);

    @Test
    void advice_onFindingTheBase_isAboutTheWayBack() {
        assertThat(advice(new Phases(60_000, 20_000, 0, 100_000), Conflicts.NONE))
                .isEqualTo(new MergeAdvice(
                        "Finding the merge base takes 60 % of the time, 60.0 ms of 100 ms on average, and was the longest"
                                + " phase in 1 of 1 merge.",
                        remedyOf("walks back through every commit")));
    }

    @Test
    void advice_onDetectingConflicts_isAboutWhatIsCompared() {
        assertThat(advice(new Phases(20_000, 60_000, 0, 100_000), Conflicts.NONE))
                .satisfies(said -> {
                    assertThat(said.evidence()).startsWith("Detecting conflicts takes 60 % of the time");
                    assertThat(said.remedy()).startsWith("Every object that both sides changed is compared");
                });
    }

    @Test
    void advice_onResolvingConflictsByRules_isToHaveFewer() {
        assertThat(advice(new Phases(20_000, 20_000, 50_000, 100_000), BY_RULES))
                .satisfies(said -> {
                    assertThat(said.evidence()).endsWith("; 75 % of 4 conflicts were resolved automatically.");
                    assertThat(said.remedy()).startsWith("The rules do their work");
                });
    }

    @Test
    void advice_onConflictsThatAreLeftToPeople_isToMendTheRules() {
        assertThat(advice(new Phases(20_000, 20_000, 50_000, 100_000), BY_HAND)).satisfies(said -> {
            assertThat(said.evidence()).endsWith("; 25 % of 4 conflicts were resolved automatically.");
            assertThat(said.remedy()).startsWith("The rules are tried and most conflicts are left over");
        });
    }

    @Test
    void advice_onTimeOutsideThePhases_comesBeforeThatOnAPhase() {
        assertThat(advice(new Phases(20_000, 10_000, 0, 100_000), Conflicts.NONE))
                .satisfies(said -> {
                    assertThat(said.evidence())
                            .isEqualTo(
                                    "What is outside the phases takes 70 % of the time, 70.0 ms of 100 ms on average.");
                    assertThat(said.remedy()).contains("open a span around each step");
                });
    }

    @Test
    void advice_whereNoPhaseStandsOut_isToLookAtWhatTheyShare() {
        assertThat(advice(new Phases(40_000, 40_000, 0, 100_000), Conflicts.NONE))
                .satisfies(said -> {
                    assertThat(said.evidence()).isEqualTo("No phase of 1 merge is longer than the others.");
                    assertThat(said.remedy()).contains("tidemark correlate");
                });
    }

    @Test
    void advice_whereNoPhaseWasTimed_isToTimeThem() {
        assertThat(advice(new Phases(0, 0, 0, 100_000), Conflicts.NONE)).satisfies(said -> {
            assertThat(said.evidence()).isEqualTo("None of the phases of 1 merge was timed.");
            assertThat(said.remedy()).contains("MergeTimer.base").contains("record_merge_performance");
        });
    }

    private static String remedyOf(String words) {
        String remedy =
                advice(new Phases(60_000, 20_000, 0, 100_000), Conflicts.NONE).remedy();
        assertThat(remedy).contains(words);
        return remedy;
    }

    private static MergeAdvice advice(Phases phases, Conflicts conflicts) {
        Verdict verdict =
                conflicts.found() == 0 ? CLEAN : new Verdict(MergeStatus.PARTIAL_SUCCESS, Resolution.MANUAL, null);
        return MergeAdvice.of(MergeFigures.of(List.of(aMerge(phases, conflicts, verdict, NOON))));
    }
}
