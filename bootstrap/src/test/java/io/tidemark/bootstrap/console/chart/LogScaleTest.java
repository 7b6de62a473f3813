package io.tidemark.bootstrap.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogScaleTest {
    private static final double HEIGHT = 84;

    @Test
    void y_isTheSameDistanceForTheSameFactor() {
        LogScale scale = new LogScale(1, 1_000, 90);

        assertThat(scale.y(1)).isCloseTo(90, within(1e-9));
        assertThat(scale.y(10)).isCloseTo(60, within(1e-9));
        assertThat(scale.y(100)).isCloseTo(30, within(1e-9));
        assertThat(scale.y(1_000)).isCloseTo(0, within(1e-9));
    }

    @Test
    void y_staysInsideThePlot() {
        LogScale scale = new LogScale(10, 100, HEIGHT);

        assertThat(scale.y(1)).isEqualTo(HEIGHT);
        assertThat(scale.y(1_000)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5000,5000", "1,1", "0,0", "900,1100", "1,31000000000000", "4000,16000", "180,700"})
    void ticks_areInsideAndFarEnoughApartToBeRead(double min, double max) {
        LogScale scale = LogScale.around(min, max, HEIGHT);
        List<Double> ticks = scale.ticks();

        assertThat(ticks).hasSizeBetween(1, 5).isSorted().doesNotHaveDuplicates();
        assertThat(ticks).allSatisfy(tick -> assertThat(tick).isBetween(scale.low(), scale.high()));
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(scale.y(ticks.get(i - 1)) - scale.y(ticks.get(i))).isGreaterThan(12);
        }
    }

    @Test
    void around_leavesRoomForAllValues() {
        LogScale scale = LogScale.around(2_000, 9_000, HEIGHT);

        assertThat(scale.low()).isLessThan(2_000);
        assertThat(scale.high()).isGreaterThan(9_000);
    }
}
