package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Trend;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void line_goesFromTheLeastToTheGreatest() {
        assertThat(Sparkline.of(new Trend(List.of(0.0, 1.0, 2.0, 3.0, 4.0), 0.5, 2, "ms")))
                .hasValue("▁▂▃▅▇ 4 ms, normal 0.5–2 ms");
    }

    @Test
    void line_endsWithTheLastValueInThreeDigits() {
        assertThat(Sparkline.of(new Trend(List.of(1.0, 0.0123456), 98.76, 1234567.8, "s")))
                .hasValue("▇▁ 0.0123 s, normal 98.8–1234568 s");
    }

    @Test
    void line_keepsToTheLast24Values() {
        List<Double> many = Collections.nCopies(100, 1.0);
        assertThat(Sparkline.of(new Trend(many, 0, 1, "ms"))).hasValue("▁".repeat(24) + " 1 ms, normal 0–1 ms");
    }

    @Test
    void line_spansAllThatANumberCanBe() {
        Trend trend = new Trend(List.of(-Double.MAX_VALUE, 0.0, Double.MAX_VALUE, 1.0), 0, 1, "");
        assertThat(Sparkline.of(trend))
                .hasValueSatisfying(line -> assertThat(line).startsWith("▁▃▇▃"));
    }

    @Test
    void line_isLeftOutWithoutTwoNumbers() {
        assertThat(Sparkline.of(new Trend(List.of(1.0), 0, 1, "ms"))).isEmpty();
        assertThat(Sparkline.of(new Trend(List.of(1.0, Double.NaN), 0, 1, "ms")))
                .isEmpty();
        assertThat(Sparkline.of(new Trend(List.of(1.0, 2.0), 0, Double.POSITIVE_INFINITY, "ms")))
                .isEmpty();
    }
}
