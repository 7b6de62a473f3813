package io.tidemark.domain.baseline;

import static io.tidemark.domain.baseline.BaselineFixture.ASKED_FOR_BY_ANNA;
import static io.tidemark.domain.baseline.BaselineFixture.COMMITS;
import static io.tidemark.domain.baseline.BaselineFixture.aBaseline;
import static io.tidemark.domain.baseline.BaselineFixture.normalUpTo;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaselineTest {
    @ParameterizedTest
    @CsvSource({"1000, 2, 2000", "1000.5, 2, 2001", "100.4, 1.5, 150"})
    void judge_takesADurationAtTheThresholdAndNotOneAbove(double p99, double multiplier, long threshold) {
        Baseline baseline = aBaseline(p99, multiplier);
        assertThat(baseline.thresholdMicros()).isEqualTo(threshold);
        assertThat(baseline.judge(threshold)).isEmpty();
        assertThat(baseline.judge(threshold + 1)).contains(new Violation(threshold + 1, p99, multiplier));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 11", "5, 2, 15", "100, 1, 120", "100, 1.1, 120", "100, 1.3, 130"})
    void thresholdMicros_keepsADistanceFromValuesThatAreAllAlike(long micros, double multiplier, long threshold) {
        Distribution alike = Distribution.of(new long[] {micros, micros, micros});
        Baseline baseline = new Baseline(COMMITS, Duration.ofDays(7), alike, multiplier, ASKED_FOR_BY_ANNA);

        assertThat(baseline.thresholdMicros()).isEqualTo(threshold);
        assertThat(baseline.judge(threshold)).isEmpty();
        assertThat(baseline.judge(threshold + 1))
                .get()
                .extracting(Violation::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void judge_takesTheHourInWhichTheTimingStarted() {
        Slot noon = Slot.at(NOON, ZoneOffset.UTC);
        Rhythm rhythm =
                new Rhythm(ZoneOffset.UTC, new TreeMap<>(Map.of(noon, new Rhythm.Hour(500, 3_000, 4_000, 5_000))));
        Baseline baseline = aBaseline(1_000, 2).withRhythm(rhythm);

        assertThat(baseline.judge(10_000, NOON)).isEmpty();
        assertThat(baseline.judge(10_001, NOON)).contains(new Violation(10_001, 5_000, 2));
        assertThat(baseline.judge(2_001, NOON.plus(Duration.ofHours(1)))).contains(new Violation(2_001, 1_000, 2));
        assertThat(baseline.thresholdMicros()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({"2001, WARNING", "3999, WARNING", "4000, CRITICAL", "4001, CRITICAL"})
    void severity_isCriticalFromTwiceTheThresholdOn(long micros, Severity severity) {
        assertThat(aBaseline(1_000, 2).judge(micros).orElseThrow().severity()).isEqualTo(severity);
    }

    @Test
    void multiplier_isHowManyTimesTheP99ItTook() {
        assertThat(aBaseline(1_000, 2).judge(182_500).orElseThrow().multiplier())
                .isEqualTo(182.5);
    }

    @Test
    void judge_standsTheLongestTimingAgainstTheSmallestBaseline() {
        Violation worst = aBaseline(1, 1).judge(Timing.MAX_MICROS).orElseThrow();
        assertThat(worst.multiplier()).isEqualTo((double) Timing.MAX_MICROS);
    }

    @Test
    void judge_findsNothingBeyondAHugeMultiplier() {
        assertThat(aBaseline(1_000, Double.MAX_VALUE).judge(Timing.MAX_MICROS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0, -2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void baseline_refusesAMultiplierThatIsNoNumberFromOneOn(double multiplier) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aBaseline(1_000, multiplier))
                .withMessage(
                        "multiplier %s must be a number from 1 on: below it, normal timings would be alerts",
                        multiplier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void baseline_refusesAWindowThatIsNotPositive(Duration window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Baseline(COMMITS, window, normalUpTo(10), 2, ASKED_FOR_BY_ANNA))
                .withMessage("window %s must be positive", window);
    }

    @Test
    void origin_mustNameWhoAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaselineOrigin(Reason.MANUAL, " ", NOON))
                .withMessage("by must name who asked for the baseline");
    }

    @ParameterizedTest
    @CsvSource({"2000, 1000, 2", "1, 1000, 2", "5, NaN, 2", "5, 0, 2", "5, -1, 2", "5, 1, NaN"})
    void violation_refusesWhatBreaksNothing(long micros, double p99, double multiplier) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Violation(micros, p99, multiplier))
                .withMessage(
                        "%d µs does not exceed %s × the p99 of %s µs, which must be positive", micros, multiplier, p99);
    }
}
