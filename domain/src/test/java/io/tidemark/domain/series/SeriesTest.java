package io.tidemark.domain.series;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SeriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void series_tellsItsStepsApart() {
        Series series = Series.of(NOON, MINUTE, new double[] {1, Double.NaN, 3});

        assertThat(series.size()).isEqualTo(3);
        assertThat(series.present()).isEqualTo(2);
        assertThat(series.isMissing(1)).isTrue();
        assertThat(series.value(2)).isEqualTo(3);
        assertThat(series.instant(2)).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void series_isNotChangedThroughItsArrays() {
        double[] given = {1, 2};
        Series series = Series.of(NOON, MINUTE, given);

        given[0] = 9;
        series.values()[1] = 9;

        assertThat(series).isEqualTo(Series.of(NOON, MINUTE, new double[] {1, 2}));
    }

    @Test
    void series_refusesInfiniteValuesAndSteps_thatDoNotAdvance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of(NOON, MINUTE, new double[] {1, Double.POSITIVE_INFINITY}))
                .withMessageContaining("value 1 is Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> Series.of(NOON, Duration.ZERO, new double[0]));
    }
}
