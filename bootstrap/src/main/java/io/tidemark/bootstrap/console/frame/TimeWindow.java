package io.tidemark.bootstrap.console.frame;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much of the past is shown, cut into 60 to 90 steps. */
public enum TimeWindow {
    ONE_HOUR(1, 1, 15),
    THREE_HOURS(3, 2, 60),
    SIX_HOURS(6, 5, 120),
    ONE_DAY(24, 20, 360),
    ONE_WEEK(168, 120, 1_440),
    ONE_MONTH(720, 720, 7_200);

    private static final int HOURS_SHOWN_AS_DAYS = 48;

    public static final TimeWindow DEFAULT = ONE_HOUR;

    private final int hours;
    private final Duration step;
    private final Duration tick;

    TimeWindow(int hours, int stepMinutes, int tickMinutes) {
        this.hours = hours;
        this.step = Duration.ofMinutes(stepMinutes);
        this.tick = Duration.ofMinutes(tickMinutes);
    }

    /** The window of that many hours; the default one for null; empty when there is none. */
    public static Optional<TimeWindow> parse(@Nullable String hours) {
        if (hours == null) {
            return Optional.of(DEFAULT);
        }
        return Arrays.stream(values())
                .filter(window -> window.word().equals(hours))
                .findFirst();
    }

    /** Says that a number of hours is none of the choices. */
    public static String wrong(@Nullable String hours) {
        String choices = Arrays.stream(values()).map(TimeWindow::word).collect(Collectors.joining(", "));
        return "hours '%s' must be one of %s".formatted(hours, choices);
    }

    /** The length of one point. */
    public Duration step() {
        return step;
    }

    /** The window with the step under way at its end, so that it moves by whole steps. */
    public TimeRange endingAt(Instant now) {
        long seconds = step.toSeconds();
        Instant end = Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
        return TimeRange.endingAt(end, Duration.ofHours(hours));
    }

    /** How far the labels of the time axis are apart. */
    public Duration tick() {
        return tick;
    }

    /** How it is written in an address. */
    public String word() {
        return Integer.toString(hours);
    }

    /** As on a button. */
    String label() {
        return hours < HOURS_SHOWN_AS_DAYS ? hours + " h" : hours / 24 + " d";
    }

    /** As in "the last hour". */
    public String phrase() {
        if (hours == 1) {
            return "hour";
        }
        return hours < HOURS_SHOWN_AS_DAYS ? hours + " hours" : hours / 24 + " days";
    }
}
