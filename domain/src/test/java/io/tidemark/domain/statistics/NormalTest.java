package io.tidemark.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalTest {
    /** Abramowitz and Stegun, table 26.1 and 26.2; the far tails as -log10 in table 26.2. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.308537538725987",
        "1, 0.158655253931457",
        "1.96, 0.024997895148220",
        "3, 0.001349898031630",
        "4, 3.16712418331199e-5",
        "5, 2.86651571879194e-7",
        "6, 9.86587645037698e-10",
        "10, 7.61985302416053e-24"
    })
    void upperTail_isThatOfTheTables(double z, double expected) {
        assertThat(Normal.upperTail(z)).isCloseTo(expected, withPercentage(1e-10));
        assertThat(Normal.cdf(-z)).isCloseTo(expected, withPercentage(1e-10));
        assertThat(Normal.cdf(z)).isCloseTo(1 - expected, withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.75, 0.674489750196082",
        "0.9, 1.281551565544600",
        "0.975, 1.959963984540054",
        "0.995, 2.575829303548901",
        "0.9995, 3.290526731491896",
        "0.025, -1.959963984540054",
        "1e-10, -6.361340902404056"
    })
    void quantile_isThatOfTheTables(double share, double expected) {
        assertThat(Normal.quantile(share)).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void quantile_isInfiniteAtTheEnds_andRefusesWhatIsNoShare() {
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(Double.NaN));
    }
}
