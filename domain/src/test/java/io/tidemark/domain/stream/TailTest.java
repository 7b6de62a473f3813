package io.tidemark.domain.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against distributions whose tails are known. */
final class TailTest {
    private static final int VALUES = 6_000;

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-5, 1e-6})
    void surprise_ofAParetoTail_isThatOfABlock_toWithinAnEighth(double probability) {
        double truth = -Math.log10(Tail.BLOCK * probability);
        double magnitude = Math.pow(probability, -1 / 3.0);

        assertThat(meanSurprise(random -> Math.pow(1 - random.nextDouble(), -1 / 3.0), magnitude))
                .isEqualTo(truth, within(truth / 8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-5, 1e-6})
    void surprise_ofALighterTail_isThatOfABlockOrLess(double probability) {
        double magnitude = -Math.log(probability);

        assertThat(meanSurprise(random -> -Math.log(1 - random.nextDouble()), magnitude))
                .isBetween(2.5, -Math.log10(Tail.BLOCK * probability));
    }

    @Test
    void surprise_growsWithTheMagnitude() {
        Tail tail = tailOf(Random::nextDouble, 1);
        double before = 0;
        for (double magnitude = 0.9; magnitude < 3; magnitude += 0.001) {
            assertThat(tail.surprise(magnitude)).isGreaterThanOrEqualTo(before);
            before = tail.surprise(magnitude);
        }
    }

    @Test
    void magnitude_isTheSmallestThatIsAsSurprising() {
        Tail tail = tailOf(random -> Math.exp(random.nextGaussian()), 1);

        double magnitude = tail.magnitude(4.5);

        assertThat(tail.surprise(magnitude)).isEqualTo(4.5, within(1e-4));
        assertThat(tail.surprise(0.999 * magnitude)).isLessThan(4.5);
    }

    @Test
    void surprise_forgetsWhatWasSeenLongAgo() {
        Tail tail = new Tail();
        Random random = new Random(1);
        add(tail, 4 * Tail.EPOCH, () -> 1_000 * random.nextDouble());
        double inTheMidst = tail.surprise(10);

        add(tail, 2 * Tail.BLOCK * Tail.EPOCH, random::nextDouble);

        assertThat(tail.surprise(10)).isGreaterThan(inTheMidst + 5);
        assertThat(tail.samples()).isLessThanOrEqualTo(2L * Tail.BLOCK * Tail.EPOCH);
    }

    @Test
    void surprise_withFewValues_isNone() {
        Tail tail = new Tail();
        add(tail, 24 * Tail.BLOCK - 1, () -> 1);

        assertThat(tail.isReady()).isFalse();
        assertThat(tail.surprise(1e9)).isZero();
    }

    /** Over several series, as one may be lucky. */
    private static double meanSurprise(ToDoubleFunction<Random> values, double magnitude) {
        double sum = 0;
        int series = 50;
        for (int seed = 0; seed < series; seed++) {
            sum += tailOf(values, seed).surprise(magnitude);
        }
        return sum / series;
    }

    private static Tail tailOf(ToDoubleFunction<Random> values, long seed) {
        Random random = new Random(seed);
        Tail tail = new Tail();
        add(tail, VALUES, () -> values.applyAsDouble(random));
        return tail;
    }

    private static void add(Tail tail, int values, DoubleSupplier value) {
        for (int i = 0; i < values; i++) {
            tail.add(value.getAsDouble());
        }
    }
}
