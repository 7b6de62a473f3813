package io.tidemark.domain.baseline;

import static io.tidemark.domain.baseline.BaselineFixture.ASKED_FOR_BY_ANNA;
import static io.tidemark.domain.baseline.BaselineFixture.COMMITS;
import static io.tidemark.domain.baseline.BaselineFixture.timings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaselinePolicyTest {
    private static final BaselinePolicy POLICY = BaselinePolicy.DEFAULT;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void calculate_saysHowManyTimingsThereAreAndHowManyItTakes(int samples) {
        assertThatExceptionOfType(TooFewSamplesException.class)
                .isThrownBy(() -> POLICY.calculate(COMMITS, timings(samples), ASKED_FOR_BY_ANNA))
                .withMessage(
                        "commit: the last 7 days hold %d timings, a baseline takes 10: record more, or look further back",
                        samples);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "P1D, PT24H", "P2D, 2 days", "P30D, 30 days"})
    void calculate_saysHowFarItLookedBack(Duration lookback, String spelled) {
        assertThatExceptionOfType(TooFewSamplesException.class)
                .isThrownBy(() -> POLICY.withLookback(lookback).calculate(COMMITS, timings(1), ASKED_FOR_BY_ANNA))
                .withMessageStartingWith("commit: the last %s hold 1 timings", spelled);
    }

    @Test
    void calculate_makesABaselineOfJustEnoughTimings() {
        Baseline baseline = POLICY.calculate(COMMITS, timings(10), ASKED_FOR_BY_ANNA);
        assertThat(baseline)
                .isEqualTo(
                        new Baseline(COMMITS, Duration.ofDays(7), timings(10).distribution(), 2.0, ASKED_FOR_BY_ANNA));
    }

    @Test
    void calculate_takesTheInterpolatedP99() {
        assertThat(POLICY.calculate(COMMITS, timings(101), ASKED_FOR_BY_ANNA).p99Micros())
                .isEqualTo(100);
    }

    @Test
    void withMultiplier_setsTheThreshold() {
        Baseline baseline = POLICY.withMultiplier(3).calculate(COMMITS, timings(101), ASKED_FOR_BY_ANNA);
        assertThat(baseline.thresholdMicros()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void policy_refusesAMultiplierThatIsNoNumberFromOneOn(double multiplier) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withMultiplier(multiplier))
                .withMessageStartingWith("multiplier %s must be a number from 1 on", multiplier);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void policy_refusesToTakeNoSamples(int minSamples) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselinePolicy.DEFAULT.withMinSamples(minSamples))
                .withMessage("minSamples %d must be at least 1", minSamples);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-24H"})
    void policy_refusesToLookNowhere(Duration lookback) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withLookback(lookback))
                .withMessage("lookback %s must be positive", lookback);
    }
}
