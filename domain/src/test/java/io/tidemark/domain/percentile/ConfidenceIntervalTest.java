package io.tidemark.domain.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfidenceIntervalTest {
    /** Campbell and Gardner, Calculating confidence intervals for some non-parametric analyses, BMJ 1988, table for medians. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15", "30, 10, 21", "40, 14, 27", "50, 18, 33", "100, 40, 61"})
    void of_theMedian_isBetweenTheRanksOfThePublishedTable(int samples, double low, double high) {
        assertThat(ofRanks(samples, 0.5, 0.95)).isEqualTo(new ConfidenceInterval(low, high, 0.95));
    }

    /**
     * Conover, Practical Nonparametric Statistics, 3.2: of 16 values at most 8 lie below the upper quartile with
     * probability 0.0271, and at most 14 with 0.9365.
     */
    @ParameterizedTest
    @CsvSource({"0.9457, 9, 16", "0.9460, 8, 16", "0.8728, 9, 15", "0.8733, 9, 16"})
    void of_theUpperQuartile_changesItsRanksAtThePublishedProbabilities(double confidence, double low, double high) {
        ConfidenceInterval interval = ofRanks(16, 0.75, confidence);

        assertThat(interval.low()).isEqualTo(low);
        assertThat(interval.isOpenAbove() ? 17 : interval.high()).isEqualTo(high);
    }

    /** The least numbers of samples for one-sided tolerance limits: Hahn and Meeker, Statistical Intervals, table J.15. */
    @ParameterizedTest
    @CsvSource({"0.90, 0.80, 22", "0.95, 0.90, 59", "0.99, 0.90, 299", "0.99, 0.98, 459"})
    void of_isOpenAboveUntilThereAreEnoughSamples(double quantile, double confidence, int enough) {
        assertThat(ofRanks(enough - 1, quantile, confidence).isOpenAbove()).isTrue();
        assertThat(ofRanks(enough, quantile, confidence).high()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"367, true", "368, false"})
    void of_theP99_isClosedFrom368SamplesOn(int samples, boolean open) {
        assertThat(ofRanks(samples, 0.99, 0.95).isOpenAbove()).isEqualTo(open);
    }

    @Test
    void of_veryMany_agreesWithTheNormalApproximation() {
        ConfidenceInterval interval = ConfidenceInterval.of(1_000_000_000L, 0.99, 0.95, rank -> rank + 1.0);

        double reach = 1.959964 * Math.sqrt(1e9 * 0.99 * 0.01);
        assertThat(interval.low()).isCloseTo(0.99e9 - reach, within(3.0));
        assertThat(interval.high()).isCloseTo(0.99e9 + reach, within(3.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 0.99})
    void of_holdsTheQuantileAsOftenAsItSays(double quantile) {
        Random random = new Random(20_260_921);
        int held = 0;
        for (int run = 0; run < 2_000; run++) {
            long[] values = LongStream.generate(() -> 1 + random.nextInt(1_000_000))
                    .limit(400)
                    .toArray();
            ConfidenceInterval interval = ConfidenceInterval.of(values, quantile, 0.9);
            double truth = quantile * 1_000_000;
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        assertThat(held).isGreaterThan(1_780);
    }

    @Test
    void of_aSingleValue_isOpenAbove() {
        assertThat(ConfidenceInterval.of(new long[] {7}, 0.99, 0.95).isOpenAbove())
                .isTrue();
    }

    @Test
    void ofASketch_isThatOfItsValuesWithinTheErrorOfTheSketch() {
        Random random = new Random(20_260_922);
        long[] values = LongStream.generate(() -> (long) Math.exp(8 + random.nextGaussian()))
                .limit(5_000)
                .toArray();
        Sketch sketch = new Sketch();
        LongStream.of(values).forEach(sketch::add);

        ConfidenceInterval exact = ConfidenceInterval.of(values, 0.99, 0.95);
        ConfidenceInterval read = sketch.interval(0.99, 0.95);

        assertThat(read.low()).isCloseTo(exact.low(), within(exact.low() * 0.004));
        assertThat(read.high()).isCloseTo(exact.high(), within(exact.high() * 0.004));
    }

    @Test
    void distributions_sayWhereTheirP99Lies() {
        long[] values = LongStream.rangeClosed(1, 1_000).toArray();

        ConfidenceInterval interval = Distribution.of(values).p99Interval();

        assertThat(interval).isEqualTo(ConfidenceInterval.of(values, 0.99, 0.95));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 0.9", "-1, 1, 0.9", "NaN, 1, 0.9", "1, NaN, 0.9"})
    void interval_refusesEndsThatAreNone(double low, double high, double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfidenceInterval(low, high, confidence))
                .withMessageStartingWith("interval from %s to %s", low, high);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void of_refusesQuantilesAndConfidencesThatAreNotBetweenZeroAndOne(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofRanks(10, share, 0.95))
                .withMessage("quantile %s must lie between 0 and 1", share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofRanks(10, 0.5, share))
                .withMessage("confidence %s must lie between 0 and 1", share);
    }

    /** Values that are their own ranks. */
    private static ConfidenceInterval ofRanks(int samples, double quantile, double confidence) {
        return ConfidenceInterval.of(LongStream.rangeClosed(1, samples).toArray(), quantile, confidence);
    }
}
