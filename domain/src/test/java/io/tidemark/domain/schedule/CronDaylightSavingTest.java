package io.tidemark.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronDaylightSavingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** In Berlin, the day on which 2:00 becomes 3:00. */
    private static final Instant SPRING = Instant.parse("2026-03-28T23:00:00Z");
    /** The day on which 3:00 becomes 2:00. */
    private static final Instant AUTUMN = Instant.parse("2026-10-24T22:00:00Z");

    @Test
    void gap_runsWhatItLeavesOutAtItsEnd() {
        assertThat(runs("30 2 * * *", SPRING, 30)).containsExactly("03:00+02:00", "02:30+02:00");
    }

    @Test
    void gap_runsOnce_howeverOftenItWouldHaveRun() {
        assertThat(runs("*/15 2 * * *", SPRING, 24)).containsExactly("03:00+02:00");
        assertThat(runs("0,30 2,3 * * *", SPRING, 24)).containsExactly("03:00+02:00", "03:30+02:00");
    }

    @Test
    void gap_leavesTheHourlyAlone() {
        assertThat(runs("30 * * * *", SPRING, 4))
                .containsExactly("00:30+01:00", "01:30+01:00", "03:30+02:00", "04:30+02:00");
    }

    @Test
    void overlap_runsTheFirstTimeOnly() {
        assertThat(runs("30 2 * * *", AUTUMN, 24)).containsExactly("02:30+02:00");
        assertThat(runs("0 2,3 * * *", AUTUMN, 24)).containsExactly("02:00+02:00", "03:00+01:00");
    }

    @Test
    void overlap_runsTheHourlyBothTimes() {
        assertThat(runs("30 * * * *", AUTUMN, 5))
                .containsExactly("00:30+02:00", "01:30+02:00", "02:30+02:00", "02:30+01:00", "03:30+01:00");
    }

    @Test
    void overlap_isNotRunAgain_whenAskedInItsSecondHour() {
        Instant secondTime = Instant.parse("2026-10-25T01:10:00Z");

        assertThat(Cron.parse("30 2 * * *").next(secondTime, BERLIN)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void gap_ofAWholeDay_runsTheDayAtItsEnd() {
        Instant lastHour = Instant.parse("2011-12-30T09:30:00Z");
        ZoneId apia = ZoneId.of("Pacific/Apia");

        assertThat(Cron.parse("0 12 30 * *").next(lastHour, apia)).contains(Instant.parse("2011-12-30T10:00:00Z"));
    }

    /** Every minute of the days around two changes of the clocks, against what the calendar of the JDK makes of it. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z",
        "America/New_York, 2026-03-08T07:00:00Z, 2026-11-01T06:00:00Z",
        "Australia/Lord_Howe, 2026-10-03T15:30:00Z, 2026-04-04T15:00:00Z",
        "America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-02-18T02:00:00Z",
        "Asia/Beirut, 2026-03-28T22:00:00Z, 2026-10-24T21:00:00Z",
        "America/Havana, 2026-03-08T05:00:00Z, 2026-11-01T05:00:00Z",
        "Pacific/Apia, 2011-12-30T10:00:00Z, 2012-03-31T14:00:00Z",
    })
    void changes_areWhatTheCalendarMakesOfThem(ZoneId zone, Instant gap, Instant overlap) {
        assertThat(zone.getRules()
                        .getTransition(LocalDateTime.ofInstant(gap.minusSeconds(1), zone)
                                .plusSeconds(1)))
                .extracting(ZoneOffsetTransition::isGap)
                .isEqualTo(true);
        for (String cron : List.of(
                "* * * * *",
                "*/7 * * * *",
                "15 * * * *",
                "30 2 * * *",
                "0 0 * * *",
                "59 23 * * *",
                "*/20 0-3 * * *",
                "10 */6 * * *",
                "0 1,2,3 * * SUN",
                "45 0,23 28-31 * *")) {
            assertThat(all(Cron.parse(cron), zone, gap)).as(cron).isEqualTo(expected(cron, zone, gap));
            assertThat(all(Cron.parse(cron), zone, overlap)).as(cron).isEqualTo(expected(cron, zone, overlap));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 2 * * *", "*/15 1-4 * * *", "30 * * * *"})
    void next_isTheSame_whereverItIsAskedFromBefore(String text) {
        Cron cron = Cron.parse(text);
        for (Instant from = SPRING; from.isBefore(SPRING.plus(6, ChronoUnit.HOURS)); from = from.plusSeconds(30)) {
            Instant next = cron.next(from, BERLIN).orElseThrow();
            assertThat(next).isAfter(from);
            assertThat(cron.next(next.minusNanos(1), BERLIN)).contains(next);
        }
    }

    private static NavigableSet<Instant> all(Cron cron, ZoneId zone, Instant around) {
        NavigableSet<Instant> all = new TreeSet<>();
        Instant end = around.plus(50, ChronoUnit.HOURS);
        for (Instant next = around.minus(50, ChronoUnit.HOURS); next.isBefore(end); ) {
            next = cron.next(next, zone).orElse(end);
            if (next.isBefore(end)) {
                all.add(next);
            }
        }
        return all;
    }

    /** Each local minute once, as the JDK resolves it; or, for what runs every hour, each minute that passes. */
    private static NavigableSet<Instant> expected(String cron, ZoneId zone, Instant around) {
        boolean hourly = cron.split(" ", -1)[1].equals("*");
        Set<LocalDateTime> meant = meant(cron, LocalDateTime.ofInstant(around, ZoneOffset.UTC));
        NavigableSet<Instant> expected = new TreeSet<>();
        Instant start = around.minus(50, ChronoUnit.HOURS);
        Instant end = around.plus(50, ChronoUnit.HOURS);
        for (Instant instant = start.plusSeconds(60); instant.isBefore(end); instant = instant.plusSeconds(60)) {
            if (hourly && meant.contains(LocalDateTime.ofInstant(instant, zone))) {
                expected.add(instant);
            }
        }
        meant.stream()
                .filter(local -> !hourly)
                .map(local -> resolved(local, zone))
                .filter(due -> due.isAfter(start) && due.isBefore(end))
                .forEach(expected::add);
        return expected;
    }

    private static Set<LocalDateTime> meant(String cron, LocalDateTime around) {
        ExecutionTime oracle = ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));
        LocalDateTime end = around.plusDays(4);
        Set<LocalDateTime> meant = new HashSet<>();
        for (LocalDateTime time = around.minusDays(4); time.isBefore(end); meant.add(time)) {
            time = oracle.nextExecution(time.atZone(ZoneOffset.UTC))
                    .orElseThrow()
                    .toLocalDateTime();
        }
        return meant;
    }

    private static Instant resolved(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }

    private static List<String> runs(String text, Instant start, int hours) {
        Cron cron = Cron.parse(text);
        Instant end = start.plus(hours, ChronoUnit.HOURS);
        List<String> runs = new ArrayList<>();
        Instant next = cron.next(start, BERLIN).orElseThrow();
        while (!next.isAfter(end)) {
            ZonedDateTime local = next.atZone(BERLIN);
            runs.add(local.toLocalTime() + local.getOffset().toString());
            next = cron.next(next, BERLIN).orElseThrow();
        }
        return runs;
    }
}
