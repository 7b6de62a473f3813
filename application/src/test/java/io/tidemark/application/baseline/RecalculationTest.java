package io.tidemark.application.baseline;

import static io.tidemark.application.baseline.BaselineWorld.ADA;
import static io.tidemark.application.baseline.BaselineWorld.COMMIT;
import static io.tidemark.application.baseline.BaselineWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.port.BaselineBook.Replacement;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.baseline.Ruling;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecalculationTest {
    private static final Scope COMMIT_ON_MAIN = new Scope("commit", "main");
    private static final Duration TEN_MILLIS = Duration.ofMillis(10);
    private static final Duration FORTY_MILLIS = Duration.ofMillis(40);

    private final BaselineWorld world = new BaselineWorld();

    @Test
    void recalculation_createsWhatIsMissing() {
        world.ran(COMMIT, TEN_MILLIS, 100);

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.ruling()).isEqualTo(new Ruling(Outcome.CREATED, Ruling.Reason.FIRST_BASELINE, null));
        assertThat(row.baselineId()).isEqualTo(world.active(COMMIT).id());
        assertThat(row.figures().samples()).isEqualTo(100);
    }

    @Test
    void recalculation_isOfAllTrackedOperations_andOfBranchesThatHaveABaseline() {
        world.ran(COMMIT_ON_MAIN, TEN_MILLIS, 20);
        world.ran(new Scope("commit", "dev"), TEN_MILLIS, 20);
        world.learned(COMMIT_ON_MAIN);
        world.storage.operations().track("merge_abort", false, StorageFixture.ADA);

        List<Scope> scopes =
                world.recalculate().stream().map(Recalculated::scope).toList();

        assertThat(scopes).contains(COMMIT, COMMIT_ON_MAIN).doesNotContain(Scope.of("merge_abort"));
        assertThat(scopes).hasSize(32 + 1);
    }

    @Test
    void recalculation_ofWhatHardlyChanged_leavesIt() {
        world.ran(COMMIT, TEN_MILLIS, 100);
        ActiveBaseline before = world.learned(COMMIT);

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.ruling().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(world.active(COMMIT)).isEqualTo(before);
    }

    @Test
    void recalculation_ofWhatChanged_replacesIt_andKeepsTheMultiplier() {
        world.ran(COMMIT, TEN_MILLIS, 100);
        world.desk.baselines().calculate(COMMIT, BaselinePolicy.DEFAULT.withMultiplier(3.5), ADA);
        world.ran(COMMIT, Duration.ofMillis(15), 100);

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.ruling().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(row.ruling().percentChange()).isCloseTo(50, within(1.0));
        assertThat(world.active(COMMIT).baseline().multiplier()).isEqualTo(3.5);
        assertThat(world.active(COMMIT).baseline().origin()).isEqualTo(new BaselineOrigin(Reason.MANUAL, ADA, NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 9})
    void recalculation_ofTooFewTimings_keepsThePresentBaseline(int timings) {
        world.ran(COMMIT, TEN_MILLIS, 100, NOON.minus(Duration.ofDays(6)));
        ActiveBaseline present = world.learned(COMMIT);
        world.clock.advance(Duration.ofDays(3));
        world.ran(COMMIT, TEN_MILLIS, timings);

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.ruling())
                .isEqualTo(Ruling.skipped(timings == 0 ? Ruling.Reason.NO_TIMINGS : Ruling.Reason.TOO_FEW_TIMINGS));
        assertThat(row.figures().samples()).isEqualTo(timings);
        assertThat(world.active(COMMIT)).isEqualTo(present);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 100})
    void recalculation_ofFewTimings_saysThatTheirP99IsWeak(int timings) {
        world.ran(COMMIT, TEN_MILLIS, timings);

        world.recalculate(COMMIT);

        assertThat(world.active(COMMIT).baseline().normal().isWeak()).isEqualTo(timings < 100);
    }

    @Test
    void recalculation_ofEqualDurations_hasNoDeviation() {
        world.ran(COMMIT, TEN_MILLIS, 50);

        world.recalculate(COMMIT);

        assertThat(world.active(COMMIT).baseline().normal().moments().deviation())
                .isZero();
        assertThat(world.recalculate(COMMIT).ruling().percentChange()).isZero();
    }

    @Test
    void recalculation_isNotMovedByOneGiantAmongMany() {
        world.ran(COMMIT, TEN_MILLIS, 999);
        world.learned(COMMIT);
        world.ran(COMMIT, Duration.ofHours(3), 1);

        assertThat(world.recalculate(COMMIT).ruling().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(world.recalculate(COMMIT).figures().newP99Micros()).isCloseTo(10_000, within(100.0));
    }

    @Test
    void recalculation_thatWouldDoubleIt_needsApproval_andLeavesIt() {
        ActiveBaseline present = shifted();

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.ruling().outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
        assertThat(world.active(COMMIT)).isEqualTo(present);
        assertThat(world.desk.approvals().pending()).extracting(Proposal::id).containsExactly(row.baselineId());
    }

    @Test
    void recalculation_thatWouldHalveIt_needsApproval() {
        world.ran(COMMIT, FORTY_MILLIS, 100, NOON.minus(Duration.ofDays(6)));
        world.learned(COMMIT);
        world.clock.advance(Duration.ofDays(3));
        world.ran(COMMIT, TEN_MILLIS, 100);

        assertThat(world.recalculate(COMMIT).ruling().outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
    }

    @Test
    void needOfApproval_isAWarningThatSaysWhy() {
        shifted();
        world.recalculate(COMMIT);

        Alert alert = world.alert(AlertType.BASELINE_APPROVAL);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.fingerprint().subject()).isEqualTo("commit");
        Why why = alert.evidence().why();
        assertThat(why).isNotNull();
        assertThat(why.test()).isEqualTo(Why.Test.BASELINE_CHANGE);
        assertThat(why.score().value()).isCloseTo(4, within(0.1));
        assertThat(why.score().limit()).isEqualTo(2);
    }

    @Test
    void force_doesNotSkipApproval_unlessItSaysSo() {
        shifted();

        assertThat(world.recalculate(COMMIT, Force.YES).ruling().outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
        assertThat(world.recalculate(COMMIT, Force.EVEN_IF_DOUBLED).ruling().outcome())
                .isEqualTo(Outcome.UPDATED);
        assertThat(world.desk.approvals().pending()).isEmpty();
        assertThat(world.alert(AlertType.BASELINE_APPROVAL).state()).isEqualTo(new Resolved(world.clock.instant()));
    }

    @Test
    void needOfApproval_onTheNextDay_replacesThatOfTheDayBefore_andIsOneAlert() {
        shifted();
        world.recalculate(COMMIT);
        world.clock.advance(Duration.ofHours(20));

        Recalculated second = world.recalculate(COMMIT);

        assertThat(world.desk.approvals().pending()).extracting(Proposal::id).containsExactly(second.baselineId());
        assertThat(world.alert(AlertType.BASELINE_APPROVAL).recurrence().occurrences())
                .isEqualTo(2);
    }

    @Test
    void approval_activates_andResolvesTheAlert() {
        shifted();
        Long id = world.recalculate(COMMIT).baselineId();

        world.desk.approvals().approve(id, ADA, "new disks");

        assertThat(world.active(COMMIT).id()).isEqualTo(id);
        assertThat(world.alert(AlertType.BASELINE_APPROVAL).state().isOver()).isTrue();
        assertThat(world.recalculate(COMMIT).ruling().outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void rejection_isNotAskedAnewEachDay_untilItIsWorse() {
        ActiveBaseline present = shifted();
        Long id = world.recalculate(COMMIT).baselineId();
        world.desk.approvals().reject(id, ADA, "an old release ran");

        Recalculated again = world.recalculate(COMMIT);
        assertThat(again.ruling().reason()).isEqualTo(Ruling.Reason.REJECTED_BEFORE);
        assertThat(world.active(COMMIT)).isEqualTo(present);
        assertThat(world.alert(AlertType.BASELINE_APPROVAL).state().isOver()).isTrue();

        world.ran(COMMIT, Duration.ofMillis(200), 200);
        assertThat(world.recalculate(COMMIT).ruling().outcome()).isEqualTo(Outcome.NEEDS_APPROVAL);
    }

    @Test
    void proposal_isWithdrawnWhenThePresentBaselineHoldsAgain() {
        shifted();
        world.recalculate(COMMIT);
        world.ran(COMMIT, TEN_MILLIS, 20_000);

        assertThat(world.recalculate(COMMIT).ruling().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(world.desk.approvals().pending()).isEmpty();
        assertThat(world.alert(AlertType.BASELINE_APPROVAL).state().isOver()).isTrue();
    }

    @Test
    void slowTimingsOfAnIncident_doNotCount_soThatTheRuleStillFires() {
        Instant twoDaysAgo = NOON.minus(Duration.ofDays(2));
        world.ran(COMMIT, TEN_MILLIS, 500, NOON.minus(Duration.ofDays(4)));
        ActiveBaseline before = world.learned(COMMIT);
        // Since then, 5 in 100 are slow: p99 of all is the slow value.
        for (int hour = 0; hour < 48; hour++) {
            Instant start = twoDaysAgo.plus(Duration.ofHours(hour));
            world.ran(COMMIT, TEN_MILLIS, 95, start);
            world.ran(COMMIT, FORTY_MILLIS, 5, start);
        }
        world.slow(COMMIT, twoDaysAgo, NOON, 48 * 5);

        Recalculated row = world.recalculate(COMMIT, Force.EVEN_IF_DOUBLED);

        assertThat(row.figures().newP99Micros()).isCloseTo(10_000, within(100.0));
        assertThat(row.figures().samples()).isEqualTo(500);
        assertThat(row.message()).contains("THRESHOLD_EXCEEDED");
        assertThat(before.baseline().judge(40_000)).isPresent();
        assertThat(world.active(COMMIT).baseline().judge(40_000)).isPresent();
    }

    @Test
    void recalculation_whenAnIncidentLeavesNothing_isSkipped_andHealthSaysWhy() {
        ActiveBaseline present = shifted();
        Instant weekAgo = world.clock.instant().minus(Duration.ofDays(7));
        Alert alert = world.slow(COMMIT, weekAgo, world.clock.instant(), 500);

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.ruling()).isEqualTo(Ruling.skipped(Ruling.Reason.LEFT_OUT));
        assertThat(world.active(COMMIT)).isEqualTo(present);
        assertThat(world.desk.views().standing().list().get(0).held())
                .contains("incidents and exclusions leave too few timings", "alert " + alert.id());
    }

    @Test
    void timingsOfAnExclusion_doNotCount() {
        world.ran(COMMIT, TEN_MILLIS, 100, NOON.minus(Duration.ofHours(30)));
        world.ran(COMMIT, FORTY_MILLIS, 100, NOON.minus(Duration.ofHours(10)));
        world.storage
                .exclusions()
                .add(new Exclusion(
                        COMMIT,
                        NOON.minus(Duration.ofHours(11)),
                        NOON.minus(Duration.ofHours(9)),
                        new Remark(ADA, NOON, "load test"),
                        null));

        Recalculated row = world.recalculate(COMMIT);

        assertThat(row.figures().samples()).isEqualTo(100);
        assertThat(row.message()).contains("load test");
    }

    @Test
    void recalculation_besideSomebodyWhoReplacesIt_leavesWhatTheyMade() {
        world.ran(COMMIT, TEN_MILLIS, 100);
        ActiveBaseline present = world.learned(COMMIT);
        world.ran(COMMIT, Duration.ofMillis(15), 100);
        Baseline theirs = present.baseline().withOrigin(new BaselineOrigin(Reason.MANUAL, "bob", NOON));
        BaselineWorld between = new BaselineWorld(
                Duration.ofSeconds(30),
                memory -> Interposed.before(
                        world.storage,
                        () -> world.storage.baselines().replace(List.of(new Replacement(present.id(), theirs)))));

        Recalculated row = between.recalculate(COMMIT);

        assertThat(row.ruling().reason()).isEqualTo(Ruling.Reason.REPLACED_MEANWHILE);
        assertThat(world.active(COMMIT).baseline()).isEqualTo(theirs);
    }

    @Test
    void recalculation_thatFailsForOne_isRecorded_andDoesNotStopTheOthers() {
        BaselineWorld broken = new BaselineWorld(Duration.ofSeconds(30), Interposed::withBrokenCommits);
        broken.ran(Scope.of("merge_branches"), TEN_MILLIS, 100);
        broken.ran(COMMIT, TEN_MILLIS, 100);

        List<Recalculated> rows = broken.recalculate();

        assertThat(rows)
                .filteredOn(row -> row.ruling().outcome() == Outcome.CREATED)
                .extracting(Recalculated::scope)
                .containsExactly(Scope.of("merge_branches"));
        assertThat(broken.storage.executions().lastOfEach())
                .filteredOn(execution -> execution.status() == Execution.Status.ERROR)
                .singleElement()
                .satisfies(execution -> {
                    assertThat(execution.scope()).isEqualTo(COMMIT);
                    assertThat(execution.result().message()).isEqualTo("the sketch is torn");
                });
    }

    @Test
    void recalculation_thatHangsForOne_timesOut_andDoesNotStopTheOthers() {
        BaselineWorld hanging = new BaselineWorld(Duration.ofMillis(200), Interposed::withHangingCommits);
        hanging.ran(Scope.of("merge_branches"), TEN_MILLIS, 100);

        List<Recalculated> rows = hanging.recalculate();

        assertThat(rows)
                .filteredOn(row -> row.ruling().reason() == Ruling.Reason.TIMED_OUT)
                .extracting(Recalculated::scope)
                .containsExactly(COMMIT);
        assertThat(hanging.storage.executions().lastOfEach())
                .filteredOn(execution -> execution.status() == Execution.Status.TIMEOUT)
                .hasSize(1);
        assertThat(hanging.active(Scope.of("merge_branches"))).isNotNull();
    }

    @Test
    void clockThatJumpsAhead_keepsTheBaseline() {
        world.ran(COMMIT, TEN_MILLIS, 100);
        ActiveBaseline present = world.learned(COMMIT);
        world.clock.advance(Duration.ofDays(36_500));

        assertThat(world.recalculate(COMMIT).ruling()).isEqualTo(Ruling.skipped(Ruling.Reason.NO_TIMINGS));
        assertThat(world.active(COMMIT)).isEqualTo(present);
    }

    @Test
    void clockThatIsSetBack_changesNothing() {
        world.ran(COMMIT, TEN_MILLIS, 100);
        ActiveBaseline present = world.learned(COMMIT);
        world.clock.advance(Duration.ofHours(-2));

        assertThat(world.recalculate(COMMIT).ruling().outcome()).isIn(Outcome.SKIPPED, Outcome.UNCHANGED);
        assertThat(world.active(COMMIT)).isEqualTo(present);
    }

    /** Normal is 10 ms, and for a while now it is 40 ms. */
    private ActiveBaseline shifted() {
        world.ran(COMMIT, TEN_MILLIS, 100, NOON.minus(Duration.ofDays(6)));
        ActiveBaseline present = world.learned(COMMIT);
        world.clock.advance(Duration.ofDays(2));
        world.ran(COMMIT, FORTY_MILLIS, 200);
        return present;
    }
}
