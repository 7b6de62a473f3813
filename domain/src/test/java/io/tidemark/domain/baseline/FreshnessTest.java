package io.tidemark.domain.baseline;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.Execution.Result;
import io.tidemark.domain.baseline.Execution.Status;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, CURRENT",
        "PT23H59M, CURRENT",
        "PT24H, STALE",
        "P6DT23H, STALE",
        "P7D, VERY_STALE",
        "P36500D, VERY_STALE",
        "-PT5H, CURRENT"
    })
    void freshness_goesByAge(Duration age, Freshness freshness) {
        assertThat(Freshness.of(NOON.minus(age), NOON)).isEqualTo(freshness);
    }

    @Test
    void execution_overAClockThatWasSetBack_lastedNothing() {
        Execution execution = new Execution(
                Scope.of("commit"),
                Status.SUCCESS,
                NOON,
                NOON.minusSeconds(3_600),
                new Result(Outcome.UNCHANGED, Ruling.Reason.HARDLY_CHANGED, null));

        assertThat(execution.duration()).isZero();
    }
}
