package io.tidemark.domain.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.quiet.Recurrence.ByCron;
import io.tidemark.domain.quiet.Recurrence.Monthly;
import io.tidemark.domain.quiet.Recurrence.Once;
import io.tidemark.domain.quiet.Recurrence.Weekly;
import io.tidemark.domain.schedule.Cron;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    @Test
    void parse_readsEachKind() {
        Hours night = new Hours(LocalTime.of(23, 0), LocalTime.of(5, 0));

        assertThat(Recurrence.parse("once 2026-11-22T02:00 to 2026-11-22T04:30"))
                .isEqualTo(new Once(LocalDateTime.of(2026, 11, 22, 2, 0), LocalDateTime.of(2026, 11, 22, 4, 30)));
        assertThat(Recurrence.parse("weekly sat,sun 23:00-05:00"))
                .isEqualTo(new Weekly(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), night));
        assertThat(Recurrence.parse("monthly 1 23:00-05:00")).isEqualTo(new Monthly(1, night));
        assertThat(Recurrence.parse("monthly last 23:00-05:00")).isEqualTo(new Monthly(null, night));
        assertThat(Recurrence.parse("cron 0 2 * * sun for 2h30m"))
                .isEqualTo(new ByCron(Cron.parse("0 2 * * sun"), Duration.ofMinutes(150)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "once 2026-11-22T02:00 to 2026-11-22T04:00",
                "daily 02:00-03:00",
                "weekly mon,sun 22:00-06:00",
                "monthly 31 23:00-05:00",
                "monthly last 00:00-00:00",
                "cron */10 2 * * 0 for 1d2h3m"
            })
    void toString_isReadByParse(String text) {
        assertThat(Recurrence.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    weekly fri-mon 22:00-06:00 | weekly mon,fri,sat,sun 22:00-06:00
                    Weekly  MON-SUN  22:00-06:00 | daily 22:00-06:00
                    daily 00:00-24:00 | daily 00:00-00:00
                    cron @daily for 120m | cron @daily for 2h
                    """)
    void parse_takesOtherSpellings(String text, String canonical) {
        assertThat(Recurrence.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nightly 02:00-03:00 | once, daily, weekly, monthly or cron
                    weekly someday 02:00-03:00 | mon, tue, wed, thu, fri, sat, sun
                    weekly sun 2-3 | the hours as 22:00-06:00, instead of '2-3'
                    weekly sun 25:00-26:00 | from 00:00 to 23:59
                    monthly 32 02:00-03:00 | from 1 to 31, or last
                    monthly first 02:00-03:00 | write monthly 1 23:00-05:00
                    once tomorrow to 2026-11-22T04:00 | a local date and time
                    once 2026-11-22T04:00 to 2026-11-22T02:00 | is empty
                    cron 0 2 * * sun | write cron 0 2 * * sun for 2h
                    cron 0 2 * * sun for ever | like 2h, 90m or 1d12h
                    cron 0 2 * * sun for 8d | from a minute to 7 days
                    cron 0 25 * * * for 2h | hour '25' must be from 0 to 23
                    """)
    void parse_saysWhatIsWrongAndWhatIsRight(String text, String remedy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recurrence.parse(text))
                .withMessageContaining("is no recurrence: ")
                .withMessageContaining(remedy);
    }
}
