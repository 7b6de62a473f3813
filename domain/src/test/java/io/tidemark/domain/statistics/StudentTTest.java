package io.tidemark.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StudentTTest {
    /** Abramowitz and Stegun, table 26.10. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706, 0.05", "1, 63.657, 0.01", "1, 636.619, 0.001",
        "5, 2.571, 0.05", "5, 4.032, 0.01", "5, 6.869, 0.001",
        "10, 2.228, 0.05", "10, 3.169, 0.01", "10, 4.587, 0.001",
        "30, 2.042, 0.05", "30, 2.750, 0.01", "30, 3.646, 0.001",
        "120, 1.980, 0.05", "120, 2.617, 0.01", "120, 3.373, 0.001"
    })
    void twoSided_isThatOfThePublishedTable(double degrees, double t, double p) {
        assertThat(StudentT.twoSided(t, degrees)).isCloseTo(p, withinPercentage(0.2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 0.5, 1, 3, 40, 1e6, 1e150})
    void twoSided_isExactWhereThereIsAClosedForm(double t) {
        double root = Math.hypot(Math.sqrt(2), t);

        assertThat(StudentT.twoSided(t, 1)).isCloseTo(2 / Math.PI * Math.atan(1 / t), withinPercentage(1e-9));
        assertThat(StudentT.twoSided(t, 2)).isCloseTo(2 / root / (root + t), withinPercentage(1e-9));
    }

    /** The finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 20, 99, 400, 5000})
    void twoSided_isTheFiniteSumForWholeDegrees(int degrees) {
        for (double t = 0; t < 4; t += 0.1) {
            assertThat(StudentT.twoSided(t, degrees)).isCloseTo(1 - inside(t, degrees), within(1e-11));
        }
    }

    @Test
    void twoSided_isTheSameOnBothSides() {
        assertThat(StudentT.twoSided(-2.228, 10)).isEqualTo(StudentT.twoSided(2.228, 10));
    }

    @Test
    void twoSided_goesFromOneToNothing() {
        assertThat(StudentT.twoSided(0, 10)).isEqualTo(1);
        assertThat(StudentT.twoSided(Double.POSITIVE_INFINITY, 10)).isZero();
        assertThat(StudentT.twoSided(40, 100)).isBetween(1e-70, 1e-50);
    }

    @Test
    void twoSided_refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> StudentT.twoSided(Double.NaN, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentT.twoSided(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0 positive");
    }

    private static double inside(double t, int degrees) {
        double angle = Math.atan(t / Math.sqrt(degrees));
        boolean odd = degrees % 2 == 1;
        double term = odd ? Math.cos(angle) : 1;
        double sum = odd && degrees == 1 ? 0 : term;
        for (int i = odd ? 2 : 1; i <= degrees - 3; i += 2) {
            term *= Math.cos(angle) * Math.cos(angle) * i / (i + 1);
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }
}
