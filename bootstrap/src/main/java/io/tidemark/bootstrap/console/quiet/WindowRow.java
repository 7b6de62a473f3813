package io.tidemark.bootstrap.console.quiet;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.FiledWindow.Origin;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One maintenance window.
 *
 * @param state whether it is open now, and until when; the tone names its shape
 * @param next the next times
 * @param week the next seven days, as a picture
 * @param covers which alerts, in words
 * @param isRemovable whether a person made it: those of the settings come back with them
 */
record WindowRow(
        String name,
        String recurrence,
        State state,
        List<NextTime> next,
        WeekStrip week,
        String covers,
        String by,
        boolean isRemovable) {
    private static final int NEXT_SHOWN = 5;

    record State(String tone, String words) {}

    static WindowRow of(FiledWindow filed, Instant now) {
        MaintenanceWindow window = filed.window();
        return new WindowRow(
                window.name(),
                window.timetable().toString(),
                state(window, now),
                NextTime.list(window.timetable(), NEXT_SHOWN, now),
                WeekStrip.of(window, now),
                covers(window),
                "%s, %s".formatted(filed.by(), Wording.time(filed.at(), now)),
                filed.origin() == Origin.PERSON);
    }

    private static State state(MaintenanceWindow window, Instant now) {
        if (!window.enabled()) {
            return new State("unknown", "not enabled");
        }
        Optional<TimeRange> open = window.timetable().at(now);
        if (open.isPresent()) {
            return new State("warning", "open until " + Wording.time(open.get().to(), now));
        }
        return window.timetable().next(1, now).stream()
                .findFirst()
                .map(next -> new State("unknown", "opens " + Wording.time(next.from(), now)))
                .orElseGet(() -> new State("unknown", "never again"));
    }

    private static String covers(MaintenanceWindow window) {
        String which = window.matchers().isEmpty()
                ? "every alert"
                : window.matchers().stream().map(Matcher::toString).collect(Collectors.joining(" "));
        return window.breakThrough() == null ? which : "%s, below %s".formatted(which, window.breakThrough());
    }
}
