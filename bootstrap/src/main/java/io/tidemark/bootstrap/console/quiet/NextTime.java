package io.tidemark.bootstrap.console.quiet;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.quiet.Timetable;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A time at which a window is open.
 *
 * @param local as the clocks of its zone show it, with the zone's offset on that day
 * @param utc the same everywhere
 * @param length how long that really is, also where the clocks change meanwhile
 */
record NextTime(Instant from, String local, String utc, String length) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LOCAL_END = DateTimeFormatter.ofPattern("EEE HH:mm (xxx)", Locale.ENGLISH);

    static List<NextTime> list(Timetable timetable, int count, Instant now) {
        return timetable.next(count, now).stream()
                .map(time -> of(time, timetable.zone()))
                .toList();
    }

    private static NextTime of(TimeRange time, ZoneId zone) {
        Duration length = Duration.between(time.from(), time.to());
        return new NextTime(
                time.from(),
                "%s to %s"
                        .formatted(
                                LOCAL.format(time.from().atZone(zone)),
                                LOCAL_END.format(time.to().atZone(zone))),
                "%s to %s".formatted(Wording.dayAndTime(time.from()), Wording.dayAndTime(time.to())),
                words(length));
    }

    private static String words(Duration length) {
        return length.toMinutesPart() == 0
                ? length.toHours() + " h"
                : length.toHours() == 0
                        ? length.toMinutes() + " min"
                        : "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
    }
}
