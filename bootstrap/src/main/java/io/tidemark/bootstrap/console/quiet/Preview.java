package io.tidemark.bootstrap.console.quiet;

import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.quiet.SilenceDesk;
import io.tidemark.bootstrap.console.quiet.QuietQuery.Draft;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.quiet.Timetable;
import io.tidemark.domain.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What something would do, before it is made.
 *
 * @param mistake what is wrong with what was filled in, or empty
 * @param times when a window would be open next
 * @param hidden which alerts a silence would keep quiet now
 */
record Preview(String mistake, List<NextTime> times, List<Hidden> hidden) {
    private static final int TIMES = 5;

    /** An alert that would be quiet. */
    record Hidden(String href, String severity, String title) {
        static Hidden of(AlertReport report) {
            return new Hidden(
                    "/alerts/" + report.alert().id(),
                    report.alert().severity().name().toLowerCase(Locale.ROOT),
                    AlertWording.title(report.alert()));
        }
    }

    static Preview ofWindow(Draft draft, Instant now) {
        try {
            ZoneId zone = Schedule.zone(draft.timeZone().isBlank() ? "UTC" : draft.timeZone());
            var unused = draft.parsedMatchers();
            Timetable timetable = new Timetable(Recurrence.parse(draft.recurrence()), zone);
            return new Preview("", NextTime.list(timetable, TIMES, now), List.of());
        } catch (IllegalArgumentException e) {
            return new Preview(String.valueOf(e.getMessage()), List.of(), List.of());
        }
    }

    static Preview ofSilence(Draft draft, SilenceDesk desk) {
        try {
            Matching target = new Matching(draft.parsedMatchers());
            return new Preview(
                    "", List.of(), desk.preview(target).stream().map(Hidden::of).toList());
        } catch (IllegalArgumentException e) {
            return new Preview(String.valueOf(e.getMessage()), List.of(), List.of());
        }
    }
}
