package io.tidemark.bootstrap.console.quiet;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a window is open in the next seven days, as a picture of 1,000 units.
 *
 * @param description the same for those who do not see it
 */
record WeekStrip(String description, List<Bar> bars) {
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final int WIDTH = 1_000;
    private static final int LEAST_WIDTH = 4;
    /** A window that opens every few minutes is a stripe all over anyway. */
    private static final int MOST_BARS = 300;

    /** A time at which it is open. */
    record Bar(int x, int width, String title) {}

    static WeekStrip of(MaintenanceWindow window, Instant now) {
        Instant end = now.plus(SHOWN);
        List<Bar> bars = !window.enabled()
                ? List.of()
                : window.timetable().next(MOST_BARS, now).stream()
                        .filter(time -> time.from().isBefore(end))
                        .map(time -> bar(time, now))
                        .toList();
        return new WeekStrip("in the next 7 days open " + Wording.times(bars.size()), bars);
    }

    private static Bar bar(TimeRange time, Instant now) {
        int x = Math.max(0, x(time.from(), now));
        int right = Math.min(WIDTH, x(time.to(), now));
        return new Bar(
                x,
                Math.max(LEAST_WIDTH, right - x),
                "%s to %s".formatted(Wording.dayAndTime(time.from()), Wording.dayAndTime(time.to())));
    }

    private static int x(Instant at, Instant now) {
        return (int) (WIDTH * Duration.between(now, at).toSeconds() / SHOWN.toSeconds());
    }
}
