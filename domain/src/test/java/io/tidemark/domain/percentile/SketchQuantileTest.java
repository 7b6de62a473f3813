package io.tidemark.domain.percentile;

import static io.tidemark.domain.percentile.Durations.SEED;
import static io.tidemark.domain.percentile.Durations.sketchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.timing.Timing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SketchQuantileTest {
    private static final double STATED_ERROR = 0.004;
    private static final int[] SIZES = {1, 2, 3, 10, 99, 100, 101, 10_000};

    @ParameterizedTest
    @EnumSource
    void quantile_staysWithinTheStatedErrorAtEveryPercent(Durations durations) {
        for (int size : SIZES) {
            long[] values = durations.sample(size);
            Sketch sketch = sketchOf(values);
            assertEveryPercent(sketch, values, "%s, %d values, seed %d".formatted(durations, size, SEED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void quantile_staysWithinTheStatedErrorAfterMerging(Durations durations) {
        long[] values = durations.sample(10_000);
        Sketch whole = new Sketch();
        for (int from = 0; from < values.length; from += 1_000) {
            whole.merge(sketchOf(Arrays.copyOfRange(values, from, from + 1_000)));
        }
        assertEveryPercent(whole, values, "%s, merged of ten, seed %d".formatted(durations, SEED));
    }

    @Test
    void quantile_isExactBelow256() {
        long[] values = new Random(SEED).longs(999, 1, 256).toArray();
        Sketch sketch = sketchOf(values);
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(sketch.quantile(percent / 100.0))
                    .as("p%d, seed %d", percent, SEED)
                    .isCloseTo(interpolated(values, percent), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 127, 128, 255, 256, 257, 999_999, Timing.MAX_MICROS, Long.MAX_VALUE})
    void quantile_ofASingleValueIsThatValue(long value) {
        Sketch sketch = sketchOf(value);
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(sketch.quantile(percent / 100.0)).isEqualTo((double) value);
        }
    }

    @Test
    void quantile_interpolatesBetweenTwoValues() {
        assertThat(sketchOf(100, 200).quantile(0.75)).isEqualTo(175);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void quantile_refusesWhatIsNotFromZeroToOne(double quantile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sketchOf(1).quantile(quantile))
                .withMessage("quantile %s must be from 0 to 1", quantile);
    }

    @Test
    void quantile_ofNothingIsRefused() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> new Sketch().quantile(0.5))
                .withMessage("the sketch is empty: ask isEmpty() first");
    }

    @ParameterizedTest
    @EnumSource
    void distribution_showsTheFiguresOfTheSketch(Durations durations) {
        long[] values = durations.sample(1_000);
        Sketch sketch = sketchOf(values);
        Distribution distribution = sketch.distribution();
        assertThat(distribution.samples()).isEqualTo(1_000);
        assertThat(distribution.min()).isEqualTo(Arrays.stream(values).min().getAsLong());
        assertThat(distribution.max()).isEqualTo(Arrays.stream(values).max().getAsLong());
        assertThat(distribution.percentiles())
                .isEqualTo(new Percentiles(
                        sketch.quantile(0.50),
                        sketch.quantile(0.75),
                        sketch.quantile(0.90),
                        sketch.quantile(0.95),
                        sketch.quantile(0.99)));
    }

    private static void assertEveryPercent(Sketch sketch, long[] values, String what) {
        for (int percent = 0; percent <= 100; percent++) {
            double truth = interpolated(values, percent);
            assertThat(sketch.quantile(percent / 100.0))
                    .as("p%d of %s", percent, what)
                    .isCloseTo(truth, within(truth * STATED_ERROR));
        }
    }

    /** As {@code percentile_cont} defines it, in decimals: independent of how the sketch counts ranks. */
    private static double interpolated(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        BigDecimal rank = BigDecimal.valueOf(percent, 2).multiply(BigDecimal.valueOf(sorted.length - 1L));
        int lower = rank.intValue();
        BigDecimal below = BigDecimal.valueOf(sorted[lower]);
        BigDecimal above = BigDecimal.valueOf(sorted[Math.min(lower + 1, sorted.length - 1)]);
        BigDecimal share = rank.subtract(BigDecimal.valueOf(lower));
        return below.add(above.subtract(below).multiply(share)).doubleValue();
    }
}
