package io.tidemark.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-01T01:00:00Z, PT10M, 2026-03-01T00:00:00Z, 6",
        "2026-03-01T00:09:59Z, 2026-03-01T00:50:01Z, PT10M, 2026-03-01T00:00:00Z, 6",
        "2026-03-01T00:59:59.999Z, 2026-03-01T01:00:00Z, PT1H, 2026-03-01T00:00:00Z, 1",
        "1969-12-31T23:30:00Z, 1970-01-01T00:30:00Z, PT1H, 1969-12-31T23:00:00Z, 2"
    })
    void touching_hasEveryStepWithAnInstantOfTheRange(
            Instant from, Instant to, Duration length, Instant start, int count) {
        assertThat(Steps.touching(new TimeRange(from, to), length)).isEqualTo(new Steps(start, length, count));
    }

    @Test
    void touching_refusesStepsThatAreNotWholeSeconds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Steps.touching(
                        TimeRange.endingAt(Instant.EPOCH, Duration.ofHours(1)), Duration.ofMillis(1_500)))
                .withMessage("step PT1.5S must be whole seconds, at least one");
    }

    @Test
    void place_tellsTheStepOfAnInstant() {
        Steps steps = new Steps(Instant.EPOCH, Duration.ofMinutes(1), 10);

        assertThat(steps.place(Instant.EPOCH.plusSeconds(59))).isZero();
        assertThat(steps.place(Instant.EPOCH.plusSeconds(60))).isOne();
    }
}
