package io.tidemark.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void next_givesSeveralTimesInOrder() {
        assertThat(Schedule.of("0 3 * * SUN", "Europe/Berlin").next(3, NOON))
                .containsExactly(
                        Instant.parse("2026-11-22T02:00:00Z"),
                        Instant.parse("2026-11-29T02:00:00Z"),
                        Instant.parse("2026-12-06T02:00:00Z"));
    }

    @Test
    void next_isEmpty_whenNotEnabled() {
        Schedule daily = Schedule.of("0 2 * * *", "UTC");
        Schedule off = new Schedule(daily.cron(), daily.zone(), false);

        assertThat(off.next(NOON)).isEmpty();
        assertThat(off.next(5, NOON)).isEmpty();
        assertThat(off).hasToString("0 2 * * * UTC, not enabled");
    }

    @Test
    void zone_mustBeKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.of("0 2 * * *", "Europe/Berln"))
                .withMessage("time zone 'Europe/Berln' is unknown: write one of the IANA names, such as UTC or"
                        + " Europe/Berlin");
    }
}
