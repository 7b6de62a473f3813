package io.tidemark.application.memory;

import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.SettableClock;
import io.tidemark.domain.percentile.Totals;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTimingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant HALF_PAST_NOON = NOON.plus(Duration.ofMinutes(30));
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Scope COMMIT = Scope.of("commit");

    private final SettableClock clock = new SettableClock(ONE);
    private final MemoryTimings timings = new MemoryTimings(clock);

    @Test
    void minutes_areReadByThemselvesForTwoHours() {
        record(500, HALF_PAST_NOON);

        clock.set(ONE.plus(Duration.ofHours(2)).minusNanos(1));

        assertThat(countIn(HALF_PAST_NOON, ONE)).isOne();
        assertThat(countIn(NOON, HALF_PAST_NOON)).isZero();
    }

    @Test
    void minutes_areReadAsPartOfTheirHourAfterwards() {
        record(500, HALF_PAST_NOON);

        clock.set(ONE.plus(Duration.ofHours(2)));

        assertThat(countIn(HALF_PAST_NOON, ONE)).isZero();
        assertThat(countIn(NOON, HALF_PAST_NOON)).isOne();
    }

    @Test
    void folding_losesNothing() {
        record(100, NOON);
        record(200, HALF_PAST_NOON);
        record(300, ONE);

        clock.set(ONE.plus(Duration.ofHours(2)));

        assertThat(timings.merged(COMMIT, new TimeRange(NOON, clock.instant())).totals())
                .isEqualTo(new Totals(3, 600, BigInteger.valueOf(140_000), 100, 300));
    }

    @Test
    void byOperation_putsAFoldedHourIntoTheStepInWhichItStarts() {
        record(100, HALF_PAST_NOON);
        clock.set(ONE.plus(Duration.ofHours(2)));

        assertThat(timings.byOperation(new TimeRange(NOON, ONE), Duration.ofMinutes(15))
                        .get("commit"))
                .containsOnlyKeys(NOON);
    }

    @Test
    void byOperation_refusesAStepThatIsNotWholeMinutes() {
        assertThatThrownBy(() -> timings.byOperation(new TimeRange(NOON, ONE), Duration.ofSeconds(90)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT1M30S");
    }

    @Test
    void append_countsALateTimingInTheHourThatIsFolded() {
        record(100, HALF_PAST_NOON);
        clock.set(ONE.plus(Duration.ofHours(2)));

        record(200, HALF_PAST_NOON);

        assertThat(countIn(NOON, NOON.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void append_goesOnWithFoldedHoursWhenTheClockIsSetBack() {
        record(100, HALF_PAST_NOON);
        clock.set(ONE.plus(Duration.ofHours(2)));
        timings.counts();
        clock.set(ONE);

        record(200, HALF_PAST_NOON);

        assertThat(countIn(NOON, NOON.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void hours_areKeptForSevenDays() {
        record(100, HALF_PAST_NOON);

        clock.set(HALF_PAST_NOON.plus(Duration.ofDays(7)));

        assertThat(timings.counts()).containsEntry("commit", 1L);
    }

    @Test
    void hours_areForgottenAfterSevenDays() {
        record(100, HALF_PAST_NOON);

        clock.set(ONE.plus(Duration.ofDays(7)));

        assertThat(timings.counts()).isEmpty();
        assertThat(timings).hasToString(summary(0, 0));
    }

    @Test
    void append_leavesOutWhatStartedBeforeAllThatIsKept() {
        record(100, NOON.minus(Duration.ofDays(7)).minusNanos(1_000));
        record(100, ONE.minus(Duration.ofDays(7)));

        assertThat(timings.counts()).containsEntry("commit", 1L);
        assertThat(timings).hasToString(summary(1, 1));
    }

    @Test
    void append_leavesOutWhatStartsMoreThanAnHourAhead() {
        record(100, ONE.plus(Duration.ofMinutes(60)));
        record(100, ONE.plus(Duration.ofMinutes(61)));

        assertThat(timings.counts()).containsEntry("commit", 1L);
        assertThat(timings).hasToString(summary(1, 1));
    }

    private void record(long micros, Instant start) {
        timings.append(List.of(timing("commit", micros, start)));
    }

    private long countIn(Instant from, Instant to) {
        return timings.merged(COMMIT, new TimeRange(from, to)).count();
    }

    private static String summary(int scopes, int leftOut) {
        return "%d operations and branches; timings: 0 without their branch, 0 as __other__, %d outside of the time that is kept"
                .formatted(scopes, leftOut);
    }
}
