package io.tidemark.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextChartTest {
    @Test
    void line_goesFromTheLowestToTheHighest() {
        assertThat(chart(10, 11, 12, 13, 14, 15, 16, 17, 18).line()).isEqualTo("▁▂▃▄▅▆▇██");
    }

    @Test
    void line_leavesASpaceWhereNothingWasSeen() {
        assertThat(chart(1, Double.NaN, 9).line()).isEqualTo("▁ █");
    }

    @Test
    void line_isFlatWhenNothingMoves() {
        assertThat(chart(5, 5, 5).line()).isEqualTo("▁▁▁");
    }

    @Test
    void line_showsThePeakOfEachColumn() {
        assertThat(new TextChart(new double[] {1, 1, 9, 1, 1, 1}, 3).line()).isEqualTo("▁█▁");
    }

    @Test
    void line_drawsGiantValues() {
        assertThat(chart(-Double.MAX_VALUE, 0, Double.MAX_VALUE).line()).isEqualTo("▁▅█");
    }

    @Test
    void line_isEmptyWithoutValues() {
        assertThat(chart().line()).isEmpty();
    }

    @Test
    void marks_standUnderTheColumnsOfTheirValues() {
        var chart = new TextChart(new double[] {1, 1, 1, 9, 9, 9}, 3);

        assertThat(chart.marks(List.of(3))).isEqualTo(" ^");
    }

    @Test
    void outside_marksWhatTheBandDoesNotHold() {
        assertThat(chart(5, 1, 5, Double.NaN, 9, 5).outside(2, 8)).isEqualTo(" -  +");
    }

    private static TextChart chart(double... values) {
        return new TextChart(values, 80);
    }
}
