package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a maintenance window is open.
 *
 * @param window the one that was open first
 * @param until when the last one ends of those that follow upon each other without a break
 */
public record OpenWindow(MaintenanceWindow window, Instant until) {
    /** A cron may open a window again before it closes, for ever: then it is asked again at the end of these. */
    private static final int MOST_LINKS = 100;

    public OpenWindow {
        requireNonNull(window, "window");
        requireNonNull(until, "until");
    }

    /** What is open of these; empty when nothing is. */
    public static Optional<OpenWindow> among(List<MaintenanceWindow> windows, Instant now) {
        return windows.stream()
                .filter(window -> window.timetable().at(now).isPresent())
                .findFirst()
                .map(window -> new OpenWindow(window, end(windows, now)));
    }

    private static Instant end(List<MaintenanceWindow> windows, Instant now) {
        Instant end = now;
        for (int links = 0; links < MOST_LINKS; links++) {
            Instant reached = end;
            Instant further = windows.stream()
                    .flatMap(window -> window.timetable().at(reached).stream())
                    .map(TimeRange::to)
                    .reduce(reached, (one, other) -> one.isAfter(other) ? one : other);
            if (further.equals(reached)) {
                return end;
            }
            end = further;
        }
        return end;
    }
}
