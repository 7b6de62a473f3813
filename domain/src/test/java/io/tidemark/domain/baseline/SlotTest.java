package io.tidemark.domain.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlotTest {
    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-09-21T09:59:59Z, MONDAY, 9",
        "Europe/Berlin, 2026-09-21T07:00:00Z, MONDAY, 9",
        "Europe/Berlin, 2026-01-12T08:00:00Z, MONDAY, 9",
        "America/New_York, 2026-09-22T03:30:00Z, MONDAY, 23",
        "Asia/Kolkata, 2026-09-21T04:00:00Z, MONDAY, 9",
        "Asia/Kolkata, 2026-09-21T04:59:59Z, MONDAY, 9"
    })
    void at_isTheLocalHourInWhichTheUtcHourBegins(String zone, Instant instant, DayOfWeek day, int hour) {
        assertThat(Slot.at(instant, ZoneId.of(zone))).isEqualTo(new Slot(day, hour));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z, 2",
        "America/New_York, 2026-11-01T05:00:00Z, 2026-11-01T06:00:00Z, 1",
        "Australia/Lord_Howe, 2026-04-04T14:00:00Z, 2026-04-04T15:00:00Z, 1"
    })
    void at_anHourThatComesTwice_isOneSlot(String zone, Instant first, Instant second, int hour) {
        assertThat(Slot.at(first, ZoneId.of(zone))).isEqualTo(new Slot(DayOfWeek.SUNDAY, hour));
        assertThat(Slot.at(second, ZoneId.of(zone))).isEqualTo(new Slot(DayOfWeek.SUNDAY, hour));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T00:00:00Z, 1, 3",
        "America/New_York, 2026-03-08T06:00:00Z, 1, 3",
        "Australia/Lord_Howe, 2026-10-03T15:00:00Z, 1, 3"
    })
    void at_leavesOutTheHourThatClocksLeaveOut(String zone, Instant lastBefore, int hourBefore, int hourAfter) {
        assertThat(Slot.at(lastBefore, ZoneId.of(zone)).hour()).isEqualTo(hourBefore);
        assertThat(Slot.at(lastBefore.plusSeconds(3_600), ZoneId.of(zone)).hour())
                .isEqualTo(hourAfter);
    }

    @Test
    void toString_isInWords() {
        assertThat(new Slot(DayOfWeek.MONDAY, 9)).hasToString("Mondays 09:00–10:00");
        assertThat(new Slot(DayOfWeek.SUNDAY, 23).everyDay()).hasToString("daily 23:00–00:00");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 24})
    void slot_refusesHoursThatNoDayHas(int hour) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slot(null, hour))
                .withMessage("hour %d must be from 0 to 23", hour);
    }
}
