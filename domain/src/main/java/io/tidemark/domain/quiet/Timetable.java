package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.quiet.Recurrence.ByCron;
import io.tidemark.domain.quiet.Recurrence.Dated;
import io.tidemark.domain.quiet.Recurrence.Once;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something recurs, in real time.
 *
 * @param recurrence on which days, at which hours
 * @param zone whose local time that is
 */
public record Timetable(Recurrence recurrence, ZoneId zone) {
    /** A time begins a day before it ends at most, and a zone has left out a whole day before. */
    private static final int DAYS_BACK = 2;

    public Timetable {
        requireNonNull(recurrence, "recurrence");
        requireNonNull(zone, "zone");
    }

    /** The time that an instant is inside of; empty when there is none. */
    public Optional<TimeRange> at(Instant instant) {
        return notEndedBy(instant).findFirst().filter(time -> time.contains(instant));
    }

    /** The times that have not ended by an instant, at most as many as asked for: what lasts comes first. */
    public List<TimeRange> next(int count, Instant instant) {
        return notEndedBy(instant).limit(count).toList();
    }

    private Stream<TimeRange> notEndedBy(Instant instant) {
        if (recurrence instanceof Once once) {
            return Stream.of(new LocalSpan(once.from(), once.to()).in(zone))
                    .filter(time -> time.to().isAfter(instant));
        }
        if (recurrence instanceof ByCron cron) {
            return Stream.iterate(
                            cron.cron().next(instant.minus(cron.length()), zone),
                            Optional::isPresent,
                            last -> last.flatMap(start -> cron.cron().next(start, zone)))
                    .flatMap(Optional::stream)
                    .map(start -> new TimeRange(start, start.plus(cron.length())));
        }
        Dated dated = (Dated) recurrence;
        LocalDate first = LocalDate.ofInstant(instant, zone).minusDays(DAYS_BACK);
        return Stream.iterate(first, day -> day.plusDays(1))
                .filter(dated::isOn)
                .map(day -> dated.hours().on(day).in(zone))
                .filter(time -> time.to().isAfter(instant));
    }

    /** As people read it: {@code weekly sun 02:00-04:00 Europe/Berlin}. */
    @Override
    public String toString() {
        return recurrence + " " + zone;
    }
}
