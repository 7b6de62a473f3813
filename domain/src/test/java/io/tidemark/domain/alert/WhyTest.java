package io.tidemark.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class WhyTest {
    private static final List<Double> HUNDRED =
            DoubleStream.iterate(1, number -> number + 1).limit(100).boxed().toList();

    @Test
    void text_saysWhatWasExpected_andWhatWouldHaveKeptItQuiet() {
        assertThat(why(52.3, HUNDRED).text())
                .isEqualTo(
                        "Expected 3.10 ms to 5.20 ms, by the last 24 hours (1240 samples around 4.00 ms)."
                                + " It was 52.3 % (2.10 ms) above that."
                                + " The robust z-score reached 6.10 and fires from 3.00 on: a limit above 6.10 would have kept it quiet.");
    }

    @Test
    void text_namesNoLowerEnd_whereThereIsNone() {
        Why why = why(1, List.of());

        assertThat(new Why(why.test(), new Why.Band(0, 5_200), why.basis(), why.score(), why.effect(), List.of())
                        .text())
                .startsWith("Expected at most 5.20 ms, by the last 24 hours");
    }

    @Test
    void text_tellsTheFastFromTheSlow() {
        assertThat(why(-52.3, HUNDRED).text()).contains("It was 52.3 % (2.10 ms) below that.");
    }

    @Test
    void why_keepsTheLastValues() {
        assertThat(why(1, HUNDRED).recent())
                .hasSize(Why.MOST_RECENT)
                .startsWith(41.0)
                .endsWith(100.0);
        assertThat(why(1, List.of()).recent()).isEmpty();
    }

    @Test
    void why_refusesAnEmptyBand_andABasisWithoutWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Why.Band(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Why.Basis(" ", 1, 1, 1));
    }

    private static Why why(double percent, List<Double> recent) {
        return new Why(
                Why.Test.ROBUST_Z,
                new Why.Band(3_100, 5_200),
                new Why.Basis("the last 24 hours", 1_240, 4_000, 1.2),
                new Why.Score(6.1, 3),
                new Why.Effect(percent, percent < 0 ? -2_100 : 2_100),
                recent);
    }
}
