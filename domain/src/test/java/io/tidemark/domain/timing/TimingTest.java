package io.tidemark.domain.timing;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static io.tidemark.domain.timing.TimingFixture.aCommit;
import static io.tidemark.domain.timing.TimingFixture.aCommitOf;
import static io.tidemark.domain.timing.TimingFixture.aCommitOnBranch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimingTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "499, 1", "500, 1", "1499, 1", "1500, 2", "2499, 2", "2500, 3", "1999000, 1999"})
    void toMicros_roundsHalfUpAndNeverToZero(long nanos, long micros) {
        assertThat(Timing.toMicros(nanos)).isEqualTo(micros);
        assertThat(Timing.toMicros(Duration.ofNanos(nanos))).isEqualTo(micros);
    }

    @Test
    void toMicros_doesNotOverflowOnTheLongestNanoseconds() {
        assertThat(Timing.toMicros(Long.MAX_VALUE)).isEqualTo(9_223_372_036_854_776L);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void toMicros_refusesNegativeNanoseconds(long nanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timing.toMicros(nanos))
                .withMessage("duration of %d ns is negative: measure with a monotonic clock", nanos);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void toMicros_refusesNegativeDurationsHoweverLong(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timing.toMicros(duration))
                .withMessage("duration %s is negative: measure with a monotonic clock", duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P366DT0.000000001S", "P1000000D", "PT2562047788015215H"})
    void toMicros_refusesDurationsLongerThan366Days(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timing.toMicros(duration))
                .withMessage("duration %s is longer than 366 days", duration);
    }

    @Test
    void toMicros_takes366Days() {
        assertThat(Timing.toMicros(Duration.ofDays(366))).isEqualTo(Timing.MAX_MICROS);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Timing.MAX_MICROS + 1, Long.MAX_VALUE})
    void timing_refusesADurationOutOfRange(long micros) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timing("commit", micros, NOON, Context.of("anna")))
                .withMessage("durationMicros %d must be from 1 to %d (366 days)", micros, Timing.MAX_MICROS);
    }

    @Test
    void timing_refusesABlankOperation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timing(" ", 1, NOON, Context.of("anna")))
                .withMessageStartingWith("operation ' ' must not be blank");
    }

    @Test
    void start_liesExactlyTheDurationBeforeTheEnd() {
        long seed = 20_260_302;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            long micros = random.nextLong(1, Timing.MAX_MICROS + 1);
            Instant end = NOON.plusNanos(random.nextLong(1_000_000_000_000L));
            Timing timing = new Timing("commit", micros, end, Context.of("anna"));
            assertThat(Duration.between(timing.start(), timing.end()))
                    .as("seed %d, run %d", seed, i)
                    .isEqualTo(Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000));
        }
    }

    @Test
    void end_isKeptToTheMicrosecond() {
        assertThat(aCommit(Duration.ofMillis(1), NOON.plusNanos(1_999)).end()).isEqualTo(NOON.plusNanos(1_000));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00.000001Z, PT0.000002S, 2026-03-01",
        "2026-03-02T00:00:00.000001Z, PT0.000001S, 2026-03-02",
        "2026-01-01T00:30:00Z,        PT1H,        2025-12-31",
        "2024-03-01T12:00:00Z,        PT24H,       2024-02-29"
    })
    void periodStart_isTheUtcDayOfTheStart(Instant end, Duration duration, LocalDate day) {
        assertThat(aCommit(duration, end).periodStart()).isEqualTo(day);
    }

    @Test
    void scope_isTheOperationWithItsBranch() {
        assertThat(aCommitOnBranch("main").scope()).isEqualTo(new Scope("commit", "main"));
    }

    @Test
    void scope_withoutABranchIsTheOperation() {
        assertThat(aCommitOf(Duration.ofMillis(1)).scope()).isEqualTo(Scope.of("commit"));
    }
}
