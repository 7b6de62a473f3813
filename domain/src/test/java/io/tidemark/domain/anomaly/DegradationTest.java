package io.tidemark.domain.anomaly;

import static io.tidemark.domain.anomaly.AnomalyFixture.START;
import static io.tidemark.domain.anomaly.AnomalyFixture.logNormal;
import static io.tidemark.domain.anomaly.AnomalyFixture.sketch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.anomaly.Trend.Direction;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegradationTest {
    private static final TimeRange WEEK = new TimeRange(START, START.plus(Duration.ofDays(7)));

    @ParameterizedTest
    @CsvSource({"119, ", "120, INFO", "129, INFO", "130, WARNING", "149, WARNING", "150, CRITICAL", "400, CRITICAL"})
    void judge_goesByHowMuchTheP99Rose(long percentOfBefore, Severity severity) {
        Degradation found = (Degradation)
                DegradationRule.DEFAULT.judge(WEEK, hourly(hour -> hour < 84 ? 100_000 : 1_000 * percentOfBefore));

        assertThat(found.severity()).isEqualTo(severity);
        assertThat(found.shift().percent()).isCloseTo(percentOfBefore - 100.0, within(1e-9));
        assertThat(found.shift().before().p99Micros()).isEqualTo(100_000);
        assertThat(found.period()).isEqualTo(WEEK);
    }

    @Test
    void judge_ofWhatGotQuickerIsNoDegradation() {
        Degradation found =
                (Degradation) DegradationRule.DEFAULT.judge(WEEK, hourly(hour -> hour < 84 ? 100_000 : 50_000));

        assertThat(found.isSlower()).isFalse();
        assertThat(found.shift().percent()).isCloseTo(-50, within(1e-9));
        assertThat(found.countingPercent()).isZero();
    }

    @Test
    void judge_takesTimingsOnBothSides() {
        SortedMap<Instant, Sketch> lateOnly = hourly(hour -> 1_000).tailMap(START.plus(Duration.ofHours(83)));

        assertThat(DegradationRule.DEFAULT.judge(WEEK, lateOnly))
                .isEqualTo(new NoVerdict(NoVerdict.Reason.TOO_FEW_SAMPLES, 10));
        assertThat(DegradationRule.DEFAULT.judge(WEEK, new TreeMap<>()))
                .isEqualTo(new NoVerdict(NoVerdict.Reason.TOO_FEW_SAMPLES, 0));
    }

    /** The p99 of few timings jumps: without a look at chance one quiet week in four would be a degradation. */
    @Test
    void judge_doesNotTakeChanceForDegradation() {
        Random random = new Random(11);
        int slower = 0;
        for (int week = 0; week < 300; week++) {
            SortedMap<Instant, Sketch> steps = new TreeMap<>();
            for (int hour = 0; hour < 168; hour++) {
                steps.put(START.plus(Duration.ofHours(hour)), sketch(logNormal(random, 1, 0.5)));
            }
            slower += ((Degradation) DegradationRule.DEFAULT.judge(WEEK, steps)).isSlower() ? 1 : 0;
        }

        assertThat(slower).isLessThanOrEqualTo(3);
    }

    @Test
    void judge_findsWhereOnlyTheWorstGotSlower() {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        for (int hour = 0; hour < 168; hour++) {
            long[] micros = new long[40];
            Arrays.fill(micros, 20_000);
            micros[7] = hour < 84 ? 40_000 : 100_000;
            steps.put(START.plus(Duration.ofHours(hour)), sketch(micros));
        }

        assertThat(((Degradation) DegradationRule.DEFAULT.judge(WEEK, steps)).severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void trend_ofADailyRiseIsUp() {
        Degradation found =
                (Degradation) DegradationRule.DEFAULT.judge(WEEK, hourly(hour -> 10_000 + hour / 24 * 1_000));

        assertThat(found.trend().direction()).isEqualTo(Direction.UP);
        assertThat(found.trend().slopeMicrosPerDay()).isCloseTo(1_000, within(1e-9));
        assertThat(found.trend().days()).isEqualTo(7);
        // Of the 5,040 orders of seven values one only rises, and one only falls.
        assertThat(found.trend().confidence()).isCloseTo(1 - 2.0 / 5_040, within(1e-12));
    }

    @Test
    void trend_ofOneBadDayIsFlat() {
        Degradation found =
                (Degradation) DegradationRule.DEFAULT.judge(WEEK, hourly(hour -> hour / 24 == 5 ? 90_000 : 10_000));

        assertThat(found.trend().direction()).isEqualTo(Direction.FLAT);
    }

    @Test
    void trend_leavesOutDaysWithoutTimings() {
        SortedMap<Instant, Sketch> steps = hourly(hour -> 20_000 - hour / 24 * 1_000);
        steps.keySet()
                .removeIf(start -> !start.isBefore(START.plus(Duration.ofDays(2)))
                        && start.isBefore(START.plus(Duration.ofDays(3))));
        Degradation found = (Degradation) DegradationRule.DEFAULT.judge(WEEK, steps);

        assertThat(found.trend().days()).isEqualTo(6);
        assertThat(found.trend().slopeMicrosPerDay()).isCloseTo(-1_000, within(1e-9));
        assertThat(found.trend().direction()).isEqualTo(Direction.DOWN);
    }

    @Test
    void why_saysWhatItWasBefore() {
        Degradation found =
                (Degradation) DegradationRule.DEFAULT.judge(WEEK, hourly(hour -> hour < 84 ? 100_000 : 150_000));

        assertThat(found.why(DegradationRule.DEFAULT).text())
                .contains("by the p99 of the 84 hours before (840 samples around 100 ms)")
                .contains("It was 50.0 % (50.0 ms) above that.");
    }

    /** Ten equal timings in each hour of the week. */
    private static SortedMap<Instant, Sketch> hourly(LongUnaryOperator micros) {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        for (int hour = 0; hour < 168; hour++) {
            long duration = micros.applyAsLong(hour);
            steps.put(
                    START.plus(Duration.ofHours(hour)),
                    sketch(LongStream.generate(() -> duration).limit(10).toArray()));
        }
        return steps;
    }
}
