package io.tidemark.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10, 30})
    void section_splitsWhereTheDefinitionSays(int size) {
        for (int seed = 0; seed < 20; seed++) {
            double[] values = new Random(seed).doubles(size + 5, 1, 9).toArray();

            Section section = Section.of(values, 3, 3 + size);

            Section defined = defined(values, 3, 3 + size);
            assertThat(section.split()).as("seed %d", seed).isEqualTo(defined.split());
            assertThat(section.energy()).isCloseTo(defined.energy(), withinPercentage(1e-9));
        }
    }

    /** Matteson and James, formulas 5 and 6, as they stand there. */
    private static Section defined(double[] values, int from, int to) {
        Section best = new Section(from, to, from, 0);
        for (int second = from + 1; second < to; second++) {
            for (int end = second + 1; end <= to; end++) {
                double n = second - from;
                double m = end - second;
                double energy = 2 / (m * n) * between(values, from, second, second, end)
                        - (n < 2 ? 0 : 2 / (n * (n - 1)) * between(values, from, second, from, second) / 2)
                        - (m < 2 ? 0 : 2 / (m * (m - 1)) * between(values, second, end, second, end) / 2);
                double weighed = m * n / (m + n) * energy;
                best = weighed > best.energy() ? new Section(from, to, second, weighed) : best;
            }
        }
        return best;
    }

    private static double between(double[] values, int from, int to, int otherFrom, int otherTo) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            for (int j = otherFrom; j < otherTo; j++) {
                sum += Math.abs(values[i] - values[j]);
            }
        }
        return sum;
    }
}
