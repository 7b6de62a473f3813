package io.tidemark.domain.percentile;

import static io.tidemark.domain.percentile.Durations.SEED;
import static io.tidemark.domain.percentile.Durations.sketchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tidemark.domain.timing.Timing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SketchTotalsTest {
    private static final double ROUNDING_PERCENT = 1e-11;

    @ParameterizedTest
    @EnumSource
    void totals_areExact(Durations durations) {
        long[] values = durations.sample(10_000);
        assertThat(sketchOf(values).totals())
                .as("%s, seed %d", durations, SEED)
                .isEqualTo(new Totals(
                        values.length,
                        sum(values).longValueExact(),
                        sumOfSquares(values),
                        Arrays.stream(values).min().getAsLong(),
                        Arrays.stream(values).max().getAsLong()));
    }

    @ParameterizedTest
    @EnumSource
    void moments_agreeWithDecimalArithmetic(Durations durations) {
        assertMoments(durations.sample(10_000), "%s, seed %d".formatted(durations, SEED));
    }

    @Test
    void moments_doNotCancelOutForManyHugeCloseValues() {
        long[] values = new Random(SEED)
                .longs(100_000, Timing.MAX_MICROS - 3, Timing.MAX_MICROS + 1)
                .toArray();
        assertMoments(values, "10^5 values within 3 µs of a year, seed " + SEED);
    }

    @Test
    void deviation_ofEqualValuesIsZero() {
        assertThat(sketchOf(Durations.CONSTANT.sample(12_345))
                        .totals()
                        .moments()
                        .deviation())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void add_refusesWhatIsNotPositive(long value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sketch().add(value))
                .withMessage("value %d must be positive", value);
    }

    @Test
    void add_leavesTheSketchAsItWasWhenItRefuses() {
        Sketch sketch = sketchOf(5);
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(0));
        assertThat(sketch.totals()).isEqualTo(sketchOf(5).totals());
    }

    @Test
    void totals_ofNothingAreRefused() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new Sketch().totals());
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new Sketch().distribution());
    }

    @Test
    void toString_saysHowMuchItHolds() {
        assertThat(new Sketch()).hasToString("Sketch[empty]");
        assertThat(sketchOf(3, 1, 2)).hasToString("Sketch[count=3, min=1, max=3]");
    }

    private static void assertMoments(long[] values, String what) {
        BigDecimal count = BigDecimal.valueOf(values.length);
        BigDecimal mean = new BigDecimal(sum(values)).divide(count, MathContext.DECIMAL128);
        BigDecimal variance = Arrays.stream(values)
                .mapToObj(value -> BigDecimal.valueOf(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, MathContext.DECIMAL128);
        double deviation = variance.sqrt(MathContext.DECIMAL64).doubleValue();

        Distribution.Moments moments = sketchOf(values).totals().moments();
        assertThat(moments.mean())
                .as("mean of %s", what)
                .isCloseTo(mean.doubleValue(), withinPercentage(ROUNDING_PERCENT));
        assertThat(moments.deviation())
                .as("deviation of %s", what)
                .isCloseTo(deviation, withinPercentage(ROUNDING_PERCENT));
    }

    private static BigInteger sum(long[] values) {
        return Arrays.stream(values).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger sumOfSquares(long[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> BigInteger.valueOf(value).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
