package io.tidemark.domain.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final int STEP_SECONDS = 300;

    /**
     * Changes of the clocks, by the tables of the zones: Berlin 02:00 to 03:00 on 29 March and 03:00 to 02:00 on 25 October
     * 2026; New York 02:00 to 03:00 on 8 March and 02:00 to 01:00 on 1 November; Lord Howe 02:00 to 01:30 on 5 April and
     * 02:00 to 02:30 on 4 October; Santiago 24:00 to 23:00 on 4 April and 00:00 to 01:00 on 6 September; Cairo 00:00 to 01:00
     * on 24 April and 24:00 to 23:00 on 29 October.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Europe/Berlin | daily 01:00-04:00 | 2026-03-28T12:00:00Z | 2026-03-29T00:00:00Z | 2026-03-29T02:00:00Z
                    Europe/Berlin | daily 02:30-04:00 | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z | 2026-03-29T02:00:00Z
                    Europe/Berlin | daily 01:00-02:30 | 2026-03-28T12:00:00Z | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z
                    Europe/Berlin | daily 02:15-02:45 | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z | 2026-03-29T01:30:00Z
                    Europe/Berlin | daily 02:00-03:00 | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z | 2026-03-29T02:00:00Z
                    Europe/Berlin | daily 01:00-04:00 | 2026-10-24T12:00:00Z | 2026-10-24T23:00:00Z | 2026-10-25T03:00:00Z
                    Europe/Berlin | daily 02:15-02:45 | 2026-10-24T12:00:00Z | 2026-10-25T00:15:00Z | 2026-10-25T01:45:00Z
                    Europe/Berlin | daily 01:00-02:00 | 2026-10-24T12:00:00Z | 2026-10-24T23:00:00Z | 2026-10-25T00:00:00Z
                    Europe/Berlin | daily 03:00-04:00 | 2026-10-24T12:00:00Z | 2026-10-25T02:00:00Z | 2026-10-25T03:00:00Z
                    Europe/Berlin | cron 30 2 * * * for 2h | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z | 2026-03-29T03:00:00Z
                    Europe/Berlin | cron 30 2 * * * for 2h | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z | 2026-10-25T02:30:00Z
                    Europe/Berlin | once 2026-03-29T02:30 to 2026-03-29T05:00 | 2026-03-01T00:00:00Z | 2026-03-29T01:00:00Z | 2026-03-29T03:00:00Z
                    America/New_York | weekly sun 02:00-04:00 | 2026-03-08T00:00:00Z | 2026-03-08T07:00:00Z | 2026-03-08T08:00:00Z
                    America/New_York | weekly sun 01:30-01:45 | 2026-11-01T00:00:00Z | 2026-11-01T05:30:00Z | 2026-11-01T06:45:00Z
                    Australia/Lord_Howe | daily 01:45-03:00 | 2026-04-04T12:00:00Z | 2026-04-04T14:45:00Z | 2026-04-04T16:30:00Z
                    Australia/Lord_Howe | daily 02:10-02:20 | 2026-10-03T12:00:00Z | 2026-10-03T15:30:00Z | 2026-10-03T15:40:00Z
                    America/Santiago | daily 23:30-00:30 | 2026-04-04T12:00:00Z | 2026-04-05T02:30:00Z | 2026-04-05T04:30:00Z
                    America/Santiago | monthly 6 00:15-02:00 | 2026-09-05T12:00:00Z | 2026-09-06T04:00:00Z | 2026-09-06T05:00:00Z
                    Africa/Cairo | weekly fri 00:30-02:00 | 2026-04-23T12:00:00Z | 2026-04-23T22:00:00Z | 2026-04-23T23:00:00Z
                    Africa/Cairo | daily 22:00-00:00 | 2026-10-29T12:00:00Z | 2026-10-29T19:00:00Z | 2026-10-29T22:00:00Z
                    """)
    void change_ofTheClocks_isMetAsDefined(String zone, String recurrence, Instant asked, Instant from, Instant to) {
        assertThat(timetable(recurrence, zone).next(1, asked)).containsExactly(new TimeRange(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Europe/Berlin | weekly sun 02:00-04:00
                    Europe/Berlin | daily 22:30-02:30
                    America/New_York | weekly sat,sun 23:00-05:00
                    America/New_York | monthly 1 00:30-01:30
                    Australia/Lord_Howe | weekly sun 01:00-01:50
                    Australia/Lord_Howe | monthly last 23:00-05:00
                    America/Santiago | daily 21:45-23:15
                    America/Santiago | monthly 31 23:00-05:00
                    Africa/Cairo | daily 00:00-00:00
                    Africa/Cairo | weekly thu 23:30-00:45
                    """)
    void times_areWhatTheClockShows_throughAYear(String zone, String recurrence) {
        Instant newYear = LocalDate.of(2026, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant end = LocalDate.of(2026, 12, 30).atStartOfDay(ZoneId.of(zone)).toInstant();
        List<TimeRange> expected = stepByStep(ZoneId.of(zone), recurrence, newYear, end);

        assertThat(timetable(recurrence, zone)
                        .next(expected.size(), expected.get(0).from()))
                .isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(5);
    }

    @Test
    void at_isTheTimeThatAnInstantIsInsideOf() {
        Timetable nights = timetable("daily 22:00-06:00", "UTC");
        TimeRange night = new TimeRange(Instant.parse("2026-11-21T22:00:00Z"), Instant.parse("2026-11-22T06:00:00Z"));

        assertThat(nights.at(night.from())).contains(night);
        assertThat(nights.at(night.to().minusNanos(1))).contains(night);
        assertThat(nights.at(night.to())).isEmpty();
        assertThat(nights.at(night.from().minusNanos(1))).isEmpty();
    }

    @Test
    void at_findsACronThatBeganDaysAgo() {
        Timetable weekend = timetable("cron 0 18 * * fri for 2d12h", "UTC");

        assertThat(weekend.at(Instant.parse("2026-11-23T05:59:00Z")))
                .contains(new TimeRange(Instant.parse("2026-11-20T18:00:00Z"), Instant.parse("2026-11-23T06:00:00Z")));
        assertThat(weekend.at(Instant.parse("2026-11-23T06:00:00Z"))).isEmpty();
    }

    @Test
    void monthlyOnThe31st_leavesOutShorterMonths() {
        assertThat(timetable("monthly 31 01:00-02:00", "UTC").next(3, Instant.parse("2026-02-01T00:00:00Z")))
                .extracting(TimeRange::from)
                .containsExactly(
                        Instant.parse("2026-03-31T01:00:00Z"),
                        Instant.parse("2026-05-31T01:00:00Z"),
                        Instant.parse("2026-07-31T01:00:00Z"));
    }

    @Test
    void monthlyOnTheLast_isTheLeapDayInALeapYear() {
        assertThat(timetable("monthly last 01:00-02:00", "UTC").next(1, Instant.parse("2028-02-01T00:00:00Z")))
                .extracting(TimeRange::from)
                .containsExactly(Instant.parse("2028-02-29T01:00:00Z"));
    }

    @Test
    void once_isOver_afterItsEnd() {
        Timetable once = timetable("once 2026-11-22T02:00 to 2026-11-22T04:00", "UTC");

        assertThat(once.next(5, Instant.parse("2026-11-22T03:00:00Z"))).hasSize(1);
        assertThat(once.next(5, Instant.parse("2026-11-22T04:00:00Z"))).isEmpty();
    }

    @Test
    void cronThatNeverComes_hasNoTimes() {
        assertThat(timetable("cron 0 2 30 2 * for 1h", "UTC").next(5, Instant.EPOCH))
                .isEmpty();
    }

    /** Asks the calendar of the JDK, every five minutes, which occurrence the clock on the wall then shows to be in. */
    private static List<TimeRange> stepByStep(ZoneId zone, String recurrence, Instant from, Instant to) {
        Map<LocalDate, TimeRange> byDay = new TreeMap<>();
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(STEP_SECONDS)) {
            LocalDateTime shown = LocalDateTime.ofInstant(minute, zone);
            TimeRange alone = new TimeRange(minute, minute.plusSeconds(STEP_SECONDS));
            days(recurrence, shown).forEach(day -> byDay.merge(day, alone, TimetableTest::joined));
        }
        byDay.remove(LocalDate.ofInstant(from, zone).minusDays(1));
        byDay.remove(LocalDate.ofInstant(to, zone).minusDays(1));
        return List.copyOf(byDay.values());
    }

    private static List<LocalDate> days(String recurrence, LocalDateTime shown) {
        String[] words = recurrence.split(" ", -1);
        String[] hours = words[words.length - 1].split("-", -1);
        LocalTime begin = LocalTime.parse(hours[0]);
        LocalTime close = LocalTime.parse(hours[1]);
        boolean overMidnight = begin.compareTo(close) >= 0;
        LocalTime time = shown.toLocalTime();
        List<LocalDate> days = new ArrayList<>();
        if (overMidnight ? !time.isBefore(begin) : !time.isBefore(begin) && time.isBefore(close)) {
            days.add(shown.toLocalDate());
        }
        if (overMidnight && time.isBefore(close)) {
            days.add(shown.toLocalDate().minusDays(1));
        }
        days.removeIf(day -> !isOn(words, day));
        return days;
    }

    private static boolean isOn(String[] words, LocalDate day) {
        return switch (words[0]) {
            case "weekly" ->
                words[1].toUpperCase(Locale.ROOT)
                        .contains(day.getDayOfWeek().name().substring(0, 3));
            case "monthly" ->
                words[1].equals("last")
                        ? day.plusDays(1).getDayOfMonth() == 1
                        : day.getDayOfMonth() == Integer.parseInt(words[1]);
            default -> true;
        };
    }

    private static TimeRange joined(TimeRange one, TimeRange other) {
        return new TimeRange(one.from(), other.to());
    }

    private static Timetable timetable(String recurrence, String zone) {
        return new Timetable(Recurrence.parse(recurrence), ZoneId.of(zone));
    }
}
