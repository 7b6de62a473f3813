package io.tidemark.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    /** A Saturday. */
    private static final Instant START = Instant.parse("2026-11-21T09:07:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *        | 2026-11-21T09:08:00Z",
                "0 2 * * *        | 2026-11-22T02:00:00Z",
                "0 3 * * SUN      | 2026-11-22T03:00:00Z",
                "0 3 * * 7        | 2026-11-22T03:00:00Z",
                "0 3 * * fri-sun  | 2026-11-22T03:00:00Z",
                "0 9 * * MON-FRI  | 2026-11-23T09:00:00Z",
                "0 */6 * * *      | 2026-11-21T12:00:00Z",
                "5-15/5 9 * * *   | 2026-11-21T09:10:00Z",
                "7 9 * * *        | 2026-11-22T09:07:00Z",
                "30 4 1,15 * *    | 2026-12-01T04:30:00Z",
                "0 0 1 JAN *      | 2027-01-01T00:00:00Z",
                "0 0 31 * *       | 2026-12-31T00:00:00Z",
                "0 0 29 2 *       | 2028-02-29T00:00:00Z",
                "@hourly          | 2026-11-21T10:00:00Z",
                "@daily           | 2026-11-22T00:00:00Z",
                "@weekly          | 2026-11-22T00:00:00Z",
                "@monthly         | 2026-12-01T00:00:00Z",
                "@yearly          | 2027-01-01T00:00:00Z",
            })
    void next_isTheFirstTimeThatFits(String cron, Instant next) {
        assertThat(Cron.parse(cron).next(START, ZoneOffset.UTC)).contains(next);
    }

    @Test
    void next_doesNotCountTheInstantItself() {
        Instant two = Instant.parse("2026-11-21T02:00:00Z");
        Cron cron = Cron.parse("0 2 * * *");

        assertThat(cron.next(two, ZoneOffset.UTC)).contains(Instant.parse("2026-11-22T02:00:00Z"));
        assertThat(cron.next(two.minusNanos(1), ZoneOffset.UTC)).contains(two);
    }

    @Test
    void next_isInTheTimeOfTheZone() {
        assertThat(Cron.parse("0 2 * * *").next(START, ZoneId.of("Asia/Kolkata")))
                .contains(Instant.parse("2026-11-21T20:30:00Z"));
    }

    /** The example of crontab(5): on the 1st and 15th of each month, plus every Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:00:00Z, 2026-11-27T04:30:00Z",
        "2026-11-28T00:00:00Z, 2026-12-01T04:30:00Z",
        "2026-12-11T12:00:00Z, 2026-12-15T04:30:00Z",
    })
    void next_takesEitherDay_whenBothAreRestricted(Instant after, Instant next) {
        assertThat(Cron.parse("30 4 1,15 * 5").next(after, ZoneOffset.UTC)).contains(next);
    }

    /** In crontab(5): a star at its beginning makes a field unrestricted, so the other one must fit too. */
    @Test
    void next_takesBothDays_whenOneBeginsWithAStar() {
        assertThat(Cron.parse("0 0 */2 * MON").next(START, ZoneOffset.UTC))
                .contains(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(Cron.parse("0 0 */2 * TUE").next(START, ZoneOffset.UTC))
                .contains(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *", "* * 30-31 FEB *", "0 0 31 2 */2"})
    void next_isNeverOnADayThatDoesNotExist(String cron) {
        assertThat(Cron.parse(cron).next(START, ZoneId.of("Europe/Berlin"))).isEmpty();
    }

    /** The year 2100 is none. */
    @Test
    void next_waitsForALeapYear() {
        assertThat(Cron.parse("0 0 29 2 *").next(Instant.parse("2096-03-01T00:00:00Z"), ZoneOffset.UTC))
                .contains(Instant.parse("2104-02-29T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * *       | it has 4 fields; write five: minute, hour, day of the month, month, day of the week, as in 0 2 * * SUN",
                "0 0 2 * * ?   | it has 6 fields; write five: minute, hour, day of the month, month, day of the week, as in 0 2 * * SUN",
                "60 2 * * *    | minute '60' must be from 0 to 59; several are written as a list 1,5, a range 1-5, all *, every second */2",
                "0 2 ? * *     | day of the month '?' must be from 1 to 31; several are written as a list 1,5, a range 1-5, all *, every second */2",
                "0 2 * * SO    | day of the week 'SO' must be from 0 to 7 or one of SUN, MON, TUE, WED, THU, FRI, SAT; several are written as a list 1,5, a range 1-5, all *, every second */2",
                "1,,2 * * * *  | minute '' must be from 0 to 59; several are written as a list 1,5, a range 1-5, all *, every second */2",
                "-5 * * * *    | minute '' must be from 0 to 59; several are written as a list 1,5, a range 1-5, all *, every second */2",
                "0 22-2 * * *  | hour '22-2' runs backwards: write 22-23,0-2",
                "*/90 * * * *  | minute step '90' must be from 1 to 59: it counts within the field, and begins anew with each round of it",
                "*/0 * * * *   | minute step '0' must be from 1 to 59: it counts within the field, and begins anew with each round of it",
                "5/10 * * * *  | minute '5/10' has a step but no range to step through: write 5-59/10",
                "@reboot       | there are @annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly",
            })
    void parse_saysWhatIsWrongAndHowToWriteIt(String cron, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.parse(cron))
                .withMessage("'%s' is no cron expression: %s", cron, reason);
    }

    @Test
    void toString_isTheExpressionWithSingleSpaces() {
        assertThat(Cron.parse("  0  2 * *\tSUN ")).hasToString("0 2 * * SUN").isEqualTo(Cron.parse("0 2 * * SUN"));
    }
}
