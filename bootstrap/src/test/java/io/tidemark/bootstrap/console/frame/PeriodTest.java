package io.tidemark.bootstrap.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Instant FROM = Instant.parse("2026-11-20T10:07:30Z");

    @ParameterizedTest
    @CsvSource({"PT1M, PT1M", "PT2H, PT1M", "PT3H, PT2M", "PT24H, PT20M", "P7D, PT2H", "P30D, PT6H", "P400D, P5D"})
    void step_isTheShortestThatFitsTheWidth(Duration length, Duration step) {
        assertThat(Period.between(FROM, FROM.plus(length)).step()).isEqualTo(step);
    }

    @Test
    void stretch_isWidenedToWholeSteps() {
        Period period = Period.between(FROM, FROM.plus(Duration.ofHours(3)));

        assertThat(period.range().from()).isEqualTo("2026-11-20T10:06:00Z");
        assertThat(period.range().to()).isEqualTo("2026-11-20T13:08:00Z");
    }

    @Test
    void stretch_mustNotEndBeforeItBegins() {
        assertThatThrownBy(() -> Period.between(FROM, FROM))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContaining("must be before");
    }

    @Test
    void stretch_isBounded() {
        assertThatThrownBy(() -> Period.between(Instant.EPOCH, FROM)).hasMessageContaining("400 days at most");
    }
}
