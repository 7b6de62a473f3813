package io.tidemark.domain.stream;

import static io.tidemark.domain.stream.SeriesFixture.STEPS_OF_A_DAY;
import static io.tidemark.domain.stream.SeriesFixture.STEPS_OF_A_WEEK;
import static io.tidemark.domain.stream.SeriesFixture.at;
import static io.tidemark.domain.stream.SeriesFixture.quiet;
import static io.tidemark.domain.stream.SeriesFixture.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.stream.StreamVerdict.State;
import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamDetectorTest {
    private static final double SIGMA = 0.1;
    private static final int LEARNT = 2 * STEPS_OF_A_WEEK;

    private final StreamDetector detector = new StreamDetector(StreamDetector.DEFAULT_LIMIT);
    private final IntToDoubleFunction quiet = quiet(42, SIGMA);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5})
    void next_onQuietSeries_raisesLessThanOneFalseAlarmInFiveWeeks(double sigma) {
        int series = 10;
        int weeks = 10;
        long alarms = IntStream.range(0, series)
                .mapToLong(seed -> verdicts(
                                new StreamDetector(StreamDetector.DEFAULT_LIMIT),
                                0,
                                weeks * STEPS_OF_A_WEEK,
                                quiet(seed, sigma))
                        .stream()
                        .filter(StreamVerdict::isAnomaly)
                        .count())
                .sum();

        assertThat(alarms).isLessThan(series * weeks / 5);
    }

    @Test
    void next_onASpike_saysWhatWasExpected() {
        learn();

        StreamVerdict verdict = detector.next(at(LEARNT), 50_000);

        assertThat(verdict.isAnomaly()).isTrue();
        assertThat(verdict.departure()).satisfies(departure -> {
            assertThat(departure.centre()).isBetween(8_000.0, 12_000.0);
            assertThat(departure.low()).isLessThan(departure.centre());
            assertThat(departure.high()).isBetween(departure.centre(), 50_000.0);
            assertThat(departure.samples()).isGreaterThan(LEARNT / 2);
            assertThat(departure.isAbove(50_000)).isTrue();
        });
    }

    @Test
    void next_justInsideTheBandThatItNamed_wouldHaveBeenQuiet() {
        learn();
        StreamDetector twin = new StreamDetector(StreamDetector.DEFAULT_LIMIT);
        verdicts(twin, 0, LEARNT, quiet(42, SIGMA));

        Departure departure = detector.next(at(LEARNT), 50_000).departure();

        assertThat(departure).isNotNull();
        assertThat(twin.next(at(LEARNT), 0.999 * departure.high()).isAnomaly()).isFalse();
    }

    @Test
    void next_onALevelThatStays_tellsOnceAndAtOnce() {
        learn();

        List<StreamVerdict> verdicts =
                verdicts(detector, LEARNT, LEARNT + STEPS_OF_A_DAY, step -> 2 * quiet.applyAsDouble(step));

        assertThat(anomalies(verdicts)).hasSizeBetween(1, 2).first().isEqualTo(0);
    }

    @Test
    void next_atTheUsualHour_expectsWhatIsUsualThen() {
        IntToDoubleFunction backup = step -> quiet.applyAsDouble(step) * (step % STEPS_OF_A_DAY < 12 ? 4 : 1);
        verdicts(detector, 0, 3 * STEPS_OF_A_WEEK, backup);

        assertThat(anomalies(verdicts(detector, 3 * STEPS_OF_A_WEEK, 4 * STEPS_OF_A_WEEK, backup)))
                .isEmpty();
    }

    @Test
    void next_onALineThatWasAlwaysFlat_noticesTheFirstOtherValue() {
        verdicts(detector, 0, 500, step -> 5);

        assertThat(detector.next(at(500), 5.5).isAnomaly()).isTrue();
    }

    @Test
    void next_withoutHistory_onlyLearns() {
        List<StreamVerdict> verdicts = verdicts(detector, 0, 90, quiet);

        assertThat(verdicts).extracting(StreamVerdict::state).containsOnly(State.WARMING_UP);
        assertThat(verdicts).extracting(StreamVerdict::score).containsOnly(0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void next_onWhatIsNoNumber_passesOver(double value) {
        assertLeavesNoTrace(() -> assertThat(detector.next(at(LEARNT), value)).isEqualTo(StreamVerdict.MISSING));
    }

    @Test
    void next_onARepeatedInstant_passesOver() {
        assertLeavesNoTrace(() -> assertThat(detector.next(at(LEARNT - 1), 1e9)).isEqualTo(StreamVerdict.LATE));
    }

    @Test
    void next_onAnEarlierInstant_passesOver() {
        assertLeavesNoTrace(
                () -> assertThat(detector.next(at(LEARNT - 100), 1e9)).isEqualTo(StreamVerdict.LATE));
    }

    @Test
    void next_afterTheClockWasYearsAhead_goesOnJudging() {
        learn();
        detector.next(at(LEARNT).plus(Duration.ofDays(3_650)), 10_000);

        List<StreamVerdict> verdicts = verdicts(detector, LEARNT, LEARNT + STEPS_OF_A_DAY, quiet);

        assertThat(verdicts).extracting(StreamVerdict::state).containsOnly(State.JUDGED);
        assertThat(anomalies(verdicts)).isEmpty();
    }

    @Test
    void next_afterAWeekWithoutValues_isQuiet() {
        learn();

        assertThat(anomalies(verdicts(detector, LEARNT + STEPS_OF_A_WEEK, LEARNT + 2 * STEPS_OF_A_WEEK, quiet)))
                .isEmpty();
    }

    @Test
    void next_withAnyOtherUnit_scoresTheSame() {
        StreamDetector other = new StreamDetector(StreamDetector.DEFAULT_LIMIT);
        IntToDoubleFunction same = quiet(42, SIGMA);

        List<StreamVerdict> expected = verdicts(detector, 0, LEARNT, quiet);
        List<StreamVerdict> actual = verdicts(other, 0, LEARNT, step -> 1_000 * same.applyAsDouble(step));

        for (int i = 0; i < LEARNT; i++) {
            assertThat(actual.get(i).score()).isEqualTo(expected.get(i).score(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void aDetector_withALimitThatIsNoScore_isRefused(double limit) {
        assertThatThrownBy(() -> new StreamDetector(limit)).hasMessage("limit %s must be between 0 and 1", limit);
    }

    private void learn() {
        verdicts(detector, 0, LEARNT, quiet);
    }

    /** A twin that was spared the call says the same of all that follows. */
    private void assertLeavesNoTrace(Runnable call) {
        learn();
        StreamDetector twin = new StreamDetector(StreamDetector.DEFAULT_LIMIT);
        verdicts(twin, 0, LEARNT, quiet(42, SIGMA));

        call.run();

        assertThat(verdicts(detector, LEARNT, LEARNT + STEPS_OF_A_DAY, quiet(7, SIGMA)))
                .isEqualTo(verdicts(twin, LEARNT, LEARNT + STEPS_OF_A_DAY, quiet(7, SIGMA)));
    }

    private static List<Integer> anomalies(List<StreamVerdict> verdicts) {
        return IntStream.range(0, verdicts.size())
                .filter(i -> verdicts.get(i).isAnomaly())
                .boxed()
                .toList();
    }
}
