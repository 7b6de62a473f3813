package io.tidemark.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendStatisticsTest {
    /** Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), table A18: P(S ≥ s) for n values. */
    @ParameterizedTest(name = "{0} values, S = {1}")
    @CsvSource({
        "4, 4, 0.167", "4, 6, 0.042", "5, 6, 0.117", "5, 8, 0.042", "5, 10, 0.0083", "6, 11, 0.028", "6, 13, 0.0083",
        "7, 11, 0.068", "7, 13, 0.035", "7, 15, 0.015", "8, 16, 0.031", "9, 18, 0.038", "10, 21, 0.036", "10, 23, 0.023"
    })
    void mannKendall_isThatOfTheTable(int n, int s, double oneSided) {
        assertThat(MannKendall.of(valuesWith(s, n)).s()).isEqualTo(s);
        assertThat(MannKendall.of(valuesWith(s, n)).pValue() / 2).isCloseTo(oneSided, within(0.0006));
    }

    @Test
    void mannKendall_knowsNoDifferenceBetweenUpAndDown() {
        assertThat(MannKendall.of(new double[] {5, 4, 3, 2, 1}).s()).isEqualTo(-10);
        assertThat(MannKendall.of(new double[] {5, 4, 3, 2, 1}).pValue())
                .isEqualTo(MannKendall.of(new double[] {1, 2, 3, 4, 5}).pValue());
    }

    @Test
    void mannKendall_ofEqualValuesIsSureOfNothing() {
        assertThat(MannKendall.of(new double[] {3, 3, 3, 3}).confidence()).isZero();
        assertThat(MannKendall.of(new double[] {3}).confidence()).isZero();
        assertThat(MannKendall.of(new double[0]).confidence()).isZero();
    }

    /** Var(S) = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) ÷ 18 with one pair of ties among 6: (510 − 18) ÷ 18 = 27.33. */
    @Test
    void mannKendall_ofTiesGoesByTheNormalDistribution() {
        MannKendall found = MannKendall.of(new double[] {1, 2, 2, 3, 4, 5});

        assertThat(found.s()).isEqualTo(14);
        assertThat(found.pValue()).isCloseTo(2 * Normal.upperTail(13 / Math.sqrt(492.0 / 18)), within(1e-12));
    }

    @Test
    void mannKendall_leavesOutWhatIsMissing() {
        assertThat(MannKendall.of(new double[] {1, Double.NaN, 2, 3, Double.NaN, 4}))
                .isEqualTo(MannKendall.of(new double[] {1, 2, 3, 4}));
    }

    @Test
    void mannKendall_ofNoiseIsSureOneTimeInTwenty() {
        Random random = new Random(5);
        int sure = 0;
        for (int run = 0; run < 4_000; run++) {
            double[] values = random.doubles(run % 2 == 0 ? 7 : 30).toArray();
            sure += MannKendall.of(values).pValue() <= 0.05 ? 1 : 0;
        }

        assertThat(sure / 4_000.0).isBetween(0.02, 0.06);
    }

    @Test
    void theilSen_isTheLineOfPointsOnALine() {
        assertThat(TheilSen.of(new double[] {3, 5, 7, 9})).isEqualTo(new TheilSen(2, 3));
        assertThat(TheilSen.of(new double[] {3, Double.NaN, 7, 9})).isEqualTo(new TheilSen(2, 3));
    }

    @Test
    void theilSen_isNotTurnedByWildPoints() {
        double[] values = {10, 11, 12, 13, 5_000, 15, 16, -3_000, 18, 19};

        assertThat(TheilSen.of(values).slope()).isCloseTo(1, within(1e-12));
        assertThat(TheilSen.of(values).intercept()).isCloseTo(10, within(1e-12));
    }

    @Test
    void theilSen_takesTwoPoints() {
        assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.of(new double[] {1, Double.NaN}));
    }

    /** Sums of the binomial distribution by hand: of ten throws of a coin at least eight heads, 56 ÷ 1,024. */
    @ParameterizedTest
    @CsvSource({"8, 10, 0.5, 0.0546875", "1, 1, 0.25, 0.25", "2, 3, 0.5, 0.5", "0, 5, 0.1, 1", "6, 5, 0.9, 0"})
    void chance_isTheTailOfTheBinomialDistribution(long successes, long trials, double probability, double tail) {
        assertThat(Chance.atLeast(successes, trials, probability)).isCloseTo(tail, within(1e-12));
    }

    @Test
    void chance_ofOneAmongVeryManyIsExactFarOut() {
        double tail = Normal.upperTail(8);

        assertThat(Chance.atLeast(1, 1_000_000, tail)).isCloseTo(1e6 * tail, within(1e6 * tail * 1e-6));
    }

    /** An order of the values 1 to n with so many more rising pairs than falling ones. */
    private static double[] valuesWith(int s, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> i + 1);
        int falling = (n * (n - 1) / 2 - s) / 2;
        for (int i = 0; falling > 0; i = (i + 1) % (n - 1)) {
            if (values[i] < values[i + 1]) {
                double kept = values[i];
                values[i] = values[i + 1];
                values[i + 1] = kept;
                falling--;
            }
        }
        return values;
    }
}
