package io.tidemark.bootstrap.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearScaleTest {
    private static final double HEIGHT = 220;

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 4", "9, 5", "14, 8"})
    void ticks_areWholeNumbers_whateverIsCounted(double most, int ticks) {
        assertThat(LinearScale.upTo(most, HEIGHT).ticks()).hasSize(ticks).allMatch(tick -> tick == Math.rint(tick));
    }

    @Test
    void highest_hasRoom_evenWhenThereIsNothing() {
        assertThat(LinearScale.upTo(0, HEIGHT).y(1)).isPositive();
        assertThat(LinearScale.upTo(7, HEIGHT).y(7)).isPositive();
    }
}
