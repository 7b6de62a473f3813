package io.tidemark.domain.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.percentile.Distribution.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionTest {
    private static final Percentiles FROM_50_TO_99 = new Percentiles(50, 75, 90, 95, 99);
    private static final Moments MOMENTS = new Moments(50, 29);

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "10, 0", "10, -1"})
    void distribution_refusesSamplesAndMinimumThatAreNotPositive(long samples, long min) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution(samples, min, 100, MOMENTS, FROM_50_TO_99))
                .withMessage("samples %d and min %d must be positive", samples, min);
    }

    @ParameterizedTest
    @CsvSource({"51, 100", "1, 98"})
    void distribution_refusesPercentilesBeyondItsMinimumOrMaximum(long min, long max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution(10, min, max, MOMENTS, FROM_50_TO_99))
                .withMessage("%s must lie between the minimum %d and the maximum %d", FROM_50_TO_99, min, max);
    }

    @Test
    void distribution_takesPercentilesAtItsMinimumAndMaximum() {
        assertThat(new Distribution(10, 50, 99, MOMENTS, FROM_50_TO_99).max()).isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "99, true", "100, false"})
    void distribution_isWeakBelow100Samples(long samples, boolean weak) {
        assertThat(new Distribution(samples, 1, 100, MOMENTS, FROM_50_TO_99).isWeak())
                .isEqualTo(weak);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "Infinity, 0", "1, NaN", "1, Infinity", "1, -0.001"})
    void moments_refuseWhatIsNotFiniteAndNegativeDeviations(double mean, double deviation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(mean, deviation))
                .withMessage("mean %s and deviation %s must be finite, the deviation not negative", mean, deviation);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 2, 3, 4, 5",
        "2, 1, 3, 4, 5",
        "1, 3, 2, 4, 5",
        "1, 2, 4, 3, 5",
        "1, 2, 3, 5, 4",
        "NaN, 2, 3, 4, 5",
        "1, 2, NaN, 4, 5",
        "1, 2, 3, 4, NaN",
        "1, 2, 3, 4, Infinity"
    })
    void percentiles_refuseToFallToBeNegativeOrNotFinite(double p50, double p75, double p90, double p95, double p99) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Percentiles(p50, p75, p90, p95, p99))
                .withMessage(
                        "percentiles %s, %s, %s, %s, %s must be finite, not negative, and must not fall",
                        p50, p75, p90, p95, p99);
    }

    @Test
    void percentiles_mayAllBeEqual() {
        assertThat(new Percentiles(7, 7, 7, 7, 7).p99()).isEqualTo(7);
    }

    @Test
    void of_isExact() {
        Distribution durations = Distribution.of(new long[] {40, 10, 30, 20});

        // select percentile_cont(array[0.5, 0.75, 0.9, 0.95, 0.99]) within group (order by v) of 10, 20, 30, 40
        assertThat(durations.percentiles().p50()).isEqualTo(25);
        assertThat(durations.percentiles().p75()).isEqualTo(32.5);
        assertThat(durations.percentiles().p90()).isCloseTo(37, within(1e-9));
        assertThat(durations.percentiles().p95()).isCloseTo(38.5, within(1e-9));
        assertThat(durations.percentiles().p99()).isCloseTo(39.7, within(1e-9));
        assertThat(durations.min()).isEqualTo(10);
        assertThat(durations.max()).isEqualTo(40);
        assertThat(durations.samples()).isEqualTo(4);
        assertThat(durations.moments().mean()).isEqualTo(25);
    }

    @Test
    void of_aSingleDurationIsThatDuration() {
        assertThat(Distribution.of(new long[] {7}).percentiles()).isEqualTo(new Percentiles(7, 7, 7, 7, 7));
    }
}
