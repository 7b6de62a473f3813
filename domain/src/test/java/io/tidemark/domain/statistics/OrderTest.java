package io.tidemark.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 13, 14, 100, 1_001, 20_000})
    void quantile_isThatOfTheSortedValues_whateverTheirShape(int size) {
        Random random = new Random(size);
        assertSortedTruth(size, random::nextGaussian);
        assertSortedTruth(size, () -> random.nextInt(3));
        assertSortedTruth(size, () -> 7);
        int[] next = {0};
        assertSortedTruth(size, () -> next[0]++);
        assertSortedTruth(size, () -> next[0]--);
    }

    /** PostgreSQL's documentation and ISO SQL: percentile_cont interpolates between rank 1 + share × (n − 1). */
    @Test
    void quantile_interpolates() {
        assertThat(Order.quantile(new double[] {40, 10, 30, 20}, 0.25)).isEqualTo(17.5);
        assertThat(Order.median(new double[] {40, 10, 30, 20})).isEqualTo(25);
    }

    @Test
    void quantile_leavesTheValuesAsTheyAre() {
        double[] values = {3, 1, 2};

        Order.median(values);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void quantile_refusesNothing_andWhatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> Order.median(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Order.quantile(new double[] {1}, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Order.quantile(new double[] {1}, Double.NaN));
    }

    /** The example of Rousseeuw and Croux (1993) has one wild value, which moves neither. */
    @Test
    void spread_isUnmovedByAWildValue() {
        Spread spread = Spread.of(new double[] {1, 2, 3, 4, 1_000_000});

        assertThat(spread).isEqualTo(new Spread(3, 1));
        assertThat(spread.sigma()).isEqualTo(1 / Normal.quantile(0.75), Offset.offset(1e-12));
    }

    private static void assertSortedTruth(int size, DoubleSupplier source) {
        double[] values =
                java.util.stream.DoubleStream.generate(source).limit(size).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int percent = 0; percent <= 100; percent++) {
            double rank = percent / 100.0 * (size - 1);
            int below = (int) Math.floor(rank);
            int above = Math.min(size - 1, below + 1);
            double truth = sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
            assertThat(Order.quantile(values, percent / 100.0)).isCloseTo(truth, Offset.offset(1e-9));
        }
    }
}
