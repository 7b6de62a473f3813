package io.tidemark.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int STEPS = 50_000;

    /** For first-order autoregression the sum is known: n (1 − φφ′) ÷ (1 + φφ′). */
    @Test
    void effectivePairs_areThoseOfAutoregression() {
        Memory one = Memory.of(autoregression(1, 0.8));
        Memory other = Memory.of(autoregression(2, 0.6));

        double expected = STEPS * (1 - 0.8 * 0.6) / (1 + 0.8 * 0.6);
        assertThat(one.effectivePairs(other, STEPS)).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void effectivePairs_areAllOfThemWithoutMemory() {
        Memory noise = Memory.of(autoregression(3, 0));

        assertThat(noise.effectivePairs(noise, STEPS)).isCloseTo(STEPS, within(0.02 * STEPS));
    }

    @Test
    void effectivePairs_areNeverMoreThanThereAre() {
        Memory alternating = Memory.of(autoregression(4, -0.9));
        Memory steady = Memory.of(autoregression(5, 0.9));

        assertThat(alternating.effectivePairs(steady, STEPS)).isEqualTo(STEPS);
    }

    private static double[] autoregression(long seed, double persistence) {
        Random random = new Random(seed);
        double[] values = new double[STEPS];
        for (int i = 1; i < STEPS; i++) {
            values[i] = persistence * values[i - 1] + random.nextGaussian();
        }
        return values;
    }
}
