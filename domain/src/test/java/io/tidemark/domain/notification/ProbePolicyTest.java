package io.tidemark.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbePolicyTest {
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 10", "2, 20", "3, 30", "4, 30", "2147483647, 30"})
    void pause_doublesUpToTheLongest(int failures, long minutes) {
        assertThat(ProbePolicy.DEFAULT.pause(failures, 0)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "0.5, 315", "1, 330"})
    void pause_isSpreadOverATenth(double spread, long seconds) {
        assertThat(ProbePolicy.DEFAULT.pause(0, spread)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
