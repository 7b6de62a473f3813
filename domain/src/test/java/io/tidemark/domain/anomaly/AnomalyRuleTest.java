package io.tidemark.domain.anomaly;

import static io.tidemark.domain.anomaly.AnomalyFixture.everyMinute;
import static io.tidemark.domain.anomaly.AnomalyFixture.logNormal;
import static io.tidemark.domain.anomaly.AnomalyFixture.yardstick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Why;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyRuleTest {
    private static final AnomalyRule CLASSIC = new AnomalyRule(Method.CLASSIC, Cutoffs.DEFAULT, MinimumEffect.NONE);

    /** Of mean 5 and deviation 2. */
    private final Yardstick textbook = yardstick(Method.CLASSIC, 2, 4, 4, 4, 5, 5, 7, 9);

    @ParameterizedTest
    @CsvSource({"11, WARNING, false", "12, WARNING, false", "13, CRITICAL, false", "15, CRITICAL, true"})
    void judge_isWarningFromThreeCriticalFromFourAndExtremeFromFive(long micros, Severity severity, boolean extreme) {
        Anomaly anomaly = CLASSIC.judge(textbook, new Measured(1, micros, AnomalyFixture.START))
                .orElseThrow();

        assertThat(anomaly.severity()).isEqualTo(severity);
        assertThat(anomaly.isExtreme()).isEqualTo(extreme);
        assertThat(anomaly.score()).isEqualTo((micros - 5) / 2.0);
        assertThat(anomaly.deviationPercent()).isEqualTo(100 * (micros - 5) / 5.0);
    }

    @Test
    void judge_leavesBeWhatIsBelowThree() {
        assertThat(CLASSIC.judge(textbook, new Measured(1, 10, AnomalyFixture.START)))
                .isEmpty();
    }

    @Test
    void judge_findsWhatWasQuickToo() {
        long[] micros = new long[50];
        Arrays.setAll(micros, i -> 50_000 + 100 * i);
        micros[20] = 500;

        assertThat(AnomalyRule.DEFAULT.judgeAll(everyMinute(micros)))
                .singleElement()
                .satisfies(anomaly -> {
                    assertThat(anomaly.isSlow()).isFalse();
                    assertThat(anomaly.deviationPercent()).isLessThan(-98);
                });
    }

    /** A duration of 1,000 µs that is always the same: 5 % are a deviation. */
    @ParameterizedTest
    @CsvSource({"1_999, 1_000, false", "2_000, 1_000, true", "119_999, 100_000, false", "120_001, 100_000, true"})
    void judge_leavesTriviaBe(String micros, String usual, boolean counts) {
        long[] same = new long[20];
        Arrays.fill(same, Long.parseLong(usual.replace("_", "")));
        Measured timing = new Measured(1, Long.parseLong(micros.replace("_", "")), AnomalyFixture.START);

        assertThat(AnomalyRule.DEFAULT
                        .judge(yardstick(Method.ROBUST, same), timing)
                        .isPresent())
                .isEqualTo(counts);
    }

    @Test
    void judge_putsTheFurthestFirst() {
        long[] micros = new long[40];
        Arrays.fill(micros, 50_000);
        micros[3] = 500_000;
        micros[17] = 5_000_000;
        micros[30] = 5;

        assertThat(AnomalyRule.DEFAULT.judgeAll(everyMinute(micros)))
                .extracting(anomaly -> anomaly.timing().metricId())
                .containsExactly(31L, 18L, 4L);
    }

    @Test
    void quiet_isTheBandBeyondWhichTimingsAreJudged() {
        Random random = new Random(3);
        long[] micros = logNormal(random, 2_000, 0.5);
        Yardstick normal = yardstick(Method.ROBUST, micros);
        Why.Band quiet = AnomalyRule.DEFAULT.quiet(normal);

        for (Measured timing : everyMinute(micros)) {
            boolean outside =
                    timing.durationMicros() <= quiet.lowMicros() || timing.durationMicros() >= quiet.highMicros();
            assertThat(AnomalyRule.DEFAULT.judge(normal, timing).isPresent()).isEqualTo(outside);
        }
    }

    /** By chance alone 0.27 % of normal values lie beyond three deviations. */
    @ParameterizedTest(name = "{0} timings")
    @ValueSource(ints = {50, 100, 1_440, 10_000})
    void judge_ofAQuietStretchFindsFewerThanOnePercent(int count) {
        Random random = new Random(count);
        long found = 0;
        int windows = 100_000 / count;
        for (int window = 0; window < windows; window++) {
            found += AnomalyRule.DEFAULT
                    .judgeAll(everyMinute(logNormal(random, count, 0.4)))
                    .size();
        }

        assertThat(found / (windows * (double) count)).isBetween(0.0005, 0.005);
    }

    @Test
    void why_saysWhatWouldHaveKeptItQuiet() {
        long[] micros = new long[40];
        Arrays.fill(micros, 50_000);
        micros[3] = 500_000;
        Yardstick normal = yardstick(Method.ROBUST, micros);
        Anomaly anomaly = AnomalyRule.DEFAULT.judgeAll(everyMinute(micros)).get(0);

        Why why = AnomalyRule.DEFAULT.why(normal, anomaly, "the last 24 hours", List.of(50_000.0, 500_000.0));

        assertThat(why.text())
                .contains("by the last 24 hours (40 samples around 50.0 ms)")
                .contains("It was 900 % (450 ms) above that.")
                .contains("fires from 3.00 on");
    }

    @Test
    void settings_refuseWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cutoffs(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cutoffs(0.5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumEffect(Double.NaN, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumEffect(1, Duration.ofMillis(-1)));
    }
}
