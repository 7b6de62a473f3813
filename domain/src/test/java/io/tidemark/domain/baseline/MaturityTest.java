package io.tidemark.domain.baseline;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MaturityTest {
    @Test
    void of_anOperationNeverSeen_takesAllItsTimingsYet() {
        assertThat(Maturity.of(0, null, 10, NOON)).isEqualTo(new Maturity.TooFewSamples(0, 10));
    }

    @Test
    void of_tooFewTimings_saysHowManyItTakes() {
        Maturity maturity = Maturity.of(9, NOON.minusSeconds(86_400), 10, NOON);

        assertThat(maturity.isMature()).isFalse();
        assertThat(maturity.text()).isEqualTo("warming up: 9 of 10 timings");
    }

    @Test
    void of_aBurst_saysHowLongItTakes() {
        Maturity maturity = Maturity.of(5_000, NOON.minusSeconds(3_599), 10, NOON);

        assertThat(maturity.isMature()).isFalse();
        assertThat(maturity.text()).isEqualTo("warming up: timings of 59 of 60 minutes");
    }

    @Test
    void of_enoughTimingsOverAnHour_isMature() {
        assertThat(Maturity.of(10, NOON.minusSeconds(3_600), 10, NOON).isMature())
                .isTrue();
    }
}
