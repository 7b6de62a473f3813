package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.tidemark.application.port.RollupReader.Courses;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.percentile.Totals;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link RollupReader}. */
public abstract class RollupReaderContract extends PortContract {
    private static final TimeRange TEN_MINUTES = new TimeRange(minute(0), minute(10));
    private static final Scope COMMIT = Scope.of("commit");

    @Test
    void merged_isEmptyForAScopeWithoutTimings() {
        record(timing("merge", 100, minute(0)));

        assertThat(storage.rollups().merged(COMMIT, TEN_MINUTES).isEmpty()).isTrue();
    }

    @Test
    void merged_isEmptyForARangeWithoutTimings() {
        record(timing("commit", 100, minute(0)));

        assertThat(merged(minute(1), minute(10)).isEmpty()).isTrue();
    }

    @Test
    void merged_hasTheExactTotalsOverAllMinutes() {
        record(timing("commit", 100, minute(0)), timing("commit", 200, minute(0)), timing("commit", 250, minute(9)));

        assertThat(merged(minute(0), minute(10)).totals())
                .isEqualTo(new Totals(3, 550, BigInteger.valueOf(112_500), 100, 250));
    }

    @Test
    void merged_hasTheQuantilesOverAllMinutes() {
        record(timing("commit", 100, minute(0)), timing("commit", 250, minute(0)), timing("commit", 200, minute(9)));

        assertThat(merged(minute(0), minute(10)).quantile(0.5)).isEqualTo(200);
    }

    @Test
    void merged_takesAllBranchesOfAnOperationAndTimingsWithoutOne() {
        recordOnMainOnDevAndOnNone();

        assertThat(storage.rollups().merged(COMMIT, TEN_MINUTES).totals())
                .isEqualTo(new Totals(3, 60, BigInteger.valueOf(1_400), 10, 30));
    }

    @Test
    void merged_takesOneBranchOnly() {
        recordOnMainOnDevAndOnNone();

        assertThat(storage.rollups()
                        .merged(new Scope("commit", "dev"), TEN_MINUTES)
                        .totals())
                .isEqualTo(new Totals(1, 20, BigInteger.valueOf(400), 20, 20));
    }

    @Test
    void merged_takesAMinuteWholeWhenTheRangeEndsInIt() {
        record(timing("commit", 100, minute(1).plusSeconds(45)));

        assertThat(merged(minute(0), minute(1).plusSeconds(30)).count()).isOne();
    }

    @Test
    void merged_leavesAMinuteOutWhenTheRangeStartsInIt() {
        record(timing("commit", 100, minute(0).plusSeconds(45)));

        assertThat(merged(minute(0).plusSeconds(30), minute(10)).isEmpty()).isTrue();
    }

    @Test
    void merged_leavesOutTheMinuteThatStartsWhereTheRangeEnds() {
        record(timing("commit", 100, minute(5)));

        assertThat(merged(minute(0), minute(5)).isEmpty()).isTrue();
    }

    @Test
    void courses_areThoseOfTheOperationStepByStep() {
        record(timing("commit", 3, minute(9)), timing("commit", 1, minute(4)), timing("commit", 2, minute(5)));
        record(timing("merge", 7, minute(4)));

        SortedMap<Instant, Sketch> steps = courses(5, 3).whole();
        assertThat(steps.keySet()).containsExactly(minute(0), minute(5));
        assertThat(steps.get(minute(0)).totals()).isEqualTo(new Totals(1, 1, BigInteger.ONE, 1, 1));
        assertThat(steps.get(minute(5)).totals()).isEqualTo(new Totals(2, 5, BigInteger.valueOf(13), 2, 3));
    }

    @Test
    void courses_haveTheBranchesInAlphabeticalOrderWithThoseOnNoneUnderTheEmptyName() {
        recordOnMainOnDevAndOnNone();
        record(timing("commit", 50, minute(6), Context.of("ada").onBranch("dev")));

        Courses courses = courses(5, 3);
        assertThat(courses.branches().keySet()).containsExactly("", "dev", "main");
        assertThat(courses.branches().get("dev").keySet()).containsExactly(minute(0), minute(5));
        assertThat(courses.branches().get("dev").get(minute(5)).totals())
                .isEqualTo(new Totals(1, 50, BigInteger.valueOf(2_500), 50, 50));
        assertThat(courses.branches().get("").get(minute(0)).totals())
                .isEqualTo(new Totals(1, 30, BigInteger.valueOf(900), 30, 30));
        assertThat(courses.allBranches()).isEqualTo(3);
    }

    @Test
    void courses_haveTheBranchesWithMostTimingsOnly_ofThoseWithEquallyManyTheFirstByName() {
        recordOnMainOnDevAndOnNone();
        record(timing("commit", 40, minute(8), Context.of("ada").onBranch("main")));
        record(timing("commit", 40, minute(8)));

        assertThat(courses(5, 1).branches().keySet()).containsExactly("");
        assertThat(courses(5, 2).branches().keySet()).containsExactly("", "main");
        assertThat(courses(5, 2).allBranches()).isEqualTo(3);
        assertThat(courses(10, 1).whole().get(minute(0)).count()).isEqualTo(5);
    }

    @Test
    void courses_leaveOutBranchesWithoutTimingsInTheRange() {
        recordOnMainOnDevAndOnNone();

        TimeRange later = new TimeRange(minute(20), minute(25));
        Courses none = storage.rollups().courses("commit", later, Duration.ofMinutes(5), 3);
        assertThat(none.whole()).isEmpty();
        assertThat(none.branches()).isEmpty();
        assertThat(none.allBranches()).isZero();
    }

    @Test
    void byOperation_isInAlphabeticalOrder() {
        record(timing("rollback", 1, minute(0)), timing("commit", 1, minute(0)), timing("merge", 1, minute(0)));

        assertThat(byOperation(TEN_MINUTES, 5).keySet()).containsExactly("commit", "merge", "rollback");
    }

    @Test
    void byOperation_putsTheStepsInOrder() {
        record(timing("commit", 3, minute(9)), timing("commit", 1, minute(4)), timing("commit", 2, minute(5)));

        assertThat(byOperation(TEN_MINUTES, 5).get("commit").keySet()).containsExactly(minute(0), minute(5));
    }

    @Test
    void byOperation_countsEachTimingInItsStep() {
        record(timing("commit", 3, minute(9)), timing("commit", 1, minute(4)), timing("commit", 2, minute(5)));

        SortedMap<Instant, Sketch> steps = byOperation(TEN_MINUTES, 5).get("commit");
        assertThat(steps.get(minute(0)).totals()).isEqualTo(new Totals(1, 1, BigInteger.ONE, 1, 1));
        assertThat(steps.get(minute(5)).totals()).isEqualTo(new Totals(2, 5, BigInteger.valueOf(13), 2, 3));
    }

    @Test
    void byOperation_startsStepsAtMultiplesOfTheirLengthSince1970() {
        record(timing("commit", 1, minute(6)));

        long minutesSince1970 = minute(6).getEpochSecond() / 60;
        Instant sevensBegin = Instant.ofEpochSecond((minutesSince1970 - minutesSince1970 % 7) * 60);
        assertThat(byOperation(TEN_MINUTES, 7).get("commit").keySet()).containsExactly(sevensBegin);
    }

    @Test
    void byOperation_cutsTheFirstStepWhereTheRangeStarts() {
        record(timing("commit", 1, minute(2)), timing("commit", 2, minute(3)));

        SortedMap<Instant, Sketch> steps =
                byOperation(new TimeRange(minute(3), minute(10)), 5).get("commit");
        assertThat(steps.get(minute(0)).count()).isOne();
    }

    @Test
    void byOperation_mergesAllBranches() {
        recordOnMainOnDevAndOnNone();

        assertThat(byOperation(TEN_MINUTES, 10).get("commit").get(minute(0)).totals())
                .isEqualTo(new Totals(3, 60, BigInteger.valueOf(1_400), 10, 30));
    }

    @Test
    void byOperation_hasNothingForStepsWithoutTimings() {
        record(timing("commit", 1, minute(0)), timing("commit", 2, minute(8)));

        assertThat(byOperation(TEN_MINUTES, 2).get("commit")).containsOnlyKeys(minute(0), minute(8));
    }

    @Test
    void byOperation_hasNothingForOperationsWithoutTimingsInTheRange() {
        record(timing("commit", 1, minute(0)), timing("merge", 1, minute(10)));

        assertThat(byOperation(TEN_MINUTES, 5)).containsOnlyKeys("commit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M30S", "PT0.5S", "PT0S", "PT-5M"})
    void reading_refusesStepsThatAreNotWholePositiveMinutes(Duration step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.rollups().byOperation(TEN_MINUTES, step))
                .withMessage("step %s must be a whole positive number of minutes", step);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.rollups().steps(COMMIT, TEN_MINUTES, step))
                .withMessage("step %s must be a whole positive number of minutes", step);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.rollups().courses("commit", TEN_MINUTES, step, 3))
                .withMessage("step %s must be a whole positive number of minutes", step);
    }

    @Test
    void steps_areThoseOfTheOperation() {
        record(timing("commit", 3, minute(9)), timing("commit", 1, minute(4)), timing("commit", 2, minute(5)));
        record(timing("merge", 7, minute(4)));

        SortedMap<Instant, Sketch> steps = storage.rollups().steps(COMMIT, TEN_MINUTES, Duration.ofMinutes(5));
        assertThat(steps.keySet()).containsExactly(minute(0), minute(5));
        assertThat(steps.get(minute(0)).totals()).isEqualTo(new Totals(1, 1, BigInteger.ONE, 1, 1));
        assertThat(steps.get(minute(5)).totals()).isEqualTo(new Totals(2, 5, BigInteger.valueOf(13), 2, 3));
    }

    @Test
    void steps_takeAllBranchesOfAnOperation_orOneOnly() {
        recordOnMainOnDevAndOnNone();

        assertThat(stepOf(COMMIT).count()).isEqualTo(3);
        assertThat(stepOf(new Scope("commit", "dev")).totals())
                .isEqualTo(new Totals(1, 20, BigInteger.valueOf(400), 20, 20));
    }

    @Test
    void steps_areNoneForAScopeWithoutTimings() {
        record(timing("commit", 1, minute(0)));

        assertThat(storage.rollups().steps(Scope.of("merge"), TEN_MINUTES, Duration.ofMinutes(5)))
                .isEmpty();
        assertThat(storage.rollups().steps(new Scope("commit", "none"), TEN_MINUTES, Duration.ofMinutes(5)))
                .isEmpty();
    }

    @Test
    void counts_tellsHowManyTimingsEachOperationHad() {
        recordOnMainOnDevAndOnNone();
        record(timing("commit", 1, minute(0).minus(Duration.ofDays(1))), timing("merge", 1, minute(0)));

        assertThat(storage.rollups().counts()).containsOnly(entry("commit", 4L), entry("merge", 1L));
    }

    @Test
    void counts_isEmptyWithoutTimings() {
        assertThat(storage.rollups().counts()).isEmpty();
    }

    private Courses courses(int stepMinutes, int most) {
        return storage.rollups().courses("commit", TEN_MINUTES, Duration.ofMinutes(stepMinutes), most);
    }

    private Sketch stepOf(Scope scope) {
        return storage.rollups()
                .steps(scope, TEN_MINUTES, Duration.ofMinutes(10))
                .get(minute(0));
    }

    private void recordOnMainOnDevAndOnNone() {
        Context ada = Context.of("ada");
        record(
                timing("commit", 10, minute(1), ada.onBranch("main")),
                timing("commit", 20, minute(1), ada.onBranch("dev")),
                timing("commit", 30, minute(1), ada));
    }

    private void record(Timing... timings) {
        storage.timings().append(List.of(timings));
    }

    private Sketch merged(Instant from, Instant to) {
        return storage.rollups().merged(COMMIT, new TimeRange(from, to));
    }

    private SortedMap<String, SortedMap<Instant, Sketch>> byOperation(TimeRange range, int stepMinutes) {
        return storage.rollups().byOperation(range, Duration.ofMinutes(stepMinutes));
    }
}
