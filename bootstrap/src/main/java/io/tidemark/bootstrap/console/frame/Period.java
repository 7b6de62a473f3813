package io.tidemark.bootstrap.console.frame;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.domain.timing.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a page shows, cut into steps.
 *
 * @param range whole steps
 * @param step the length of one point
 * @param tick how far the labels of the time axis are apart
 * @param window the choice that it comes from, or null when it is a stretch of its own
 */
public record Period(
        TimeRange range,
        Duration step,
        Duration tick,
        @Nullable TimeWindow window) {
    static final Duration LONGEST = Duration.ofDays(400);

    private static final int MOST_STEPS = 120;
    private static final int MOST_TICKS = 6;
    private static final List<Integer> STEP_MINUTES =
            List.of(1, 2, 5, 10, 20, 30, 60, 120, 360, 720, 1_440, 2_880, 7_200);

    /** A choice, up to now. */
    public static Period of(TimeWindow window, Instant now) {
        return new Period(window.endingAt(now), window.step(), window.tick(), window);
    }

    /** What the address of a page asks for: {@code hours}, or {@code from} and {@code to}. */
    public static Period of(Context ctx, Instant now, TimeWindow otherwise) {
        String from = ctx.queryParam("from");
        String to = ctx.queryParam("to");
        String hours = ctx.queryParam("hours");
        if (from != null && to != null) {
            return between(instant("from", from), instant("to", to));
        }
        if (from != null || to != null) {
            throw new BadRequestResponse("a stretch of time needs both from and to, or hours");
        }
        return of(
                hours == null
                        ? otherwise
                        : TimeWindow.parse(hours).orElseThrow(() -> new BadRequestResponse(TimeWindow.wrong(hours))),
                now);
    }

    /** A stretch of its own, widened to whole steps. */
    public static Period between(Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BadRequestResponse(
                    "from %s must be before to %s, by %d days at most".formatted(from, to, LONGEST.toDays()));
        }
        long seconds = Duration.between(from, to).toSeconds();
        Duration step = Duration.ofMinutes(STEP_MINUTES.stream()
                .filter(minutes -> seconds <= minutes * 60L * MOST_STEPS)
                .findFirst()
                .orElse(STEP_MINUTES.get(STEP_MINUTES.size() - 1)));
        return new Period(widened(from, to, step), step, tick(seconds), null);
    }

    /** How it stands in an address. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (window == null) {
            parameters.put("from", range.from().toString());
            parameters.put("to", range.to().toString());
        } else {
            parameters.put("hours", window.word());
        }
        return parameters;
    }

    /** As in "in the last hour". */
    public String phrase() {
        return window == null
                ? "%s to %s (UTC)".formatted(Wording.dayAndTime(range.from()), Wording.dayAndTime(range.to()))
                : "last " + window.phrase();
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            BadRequestResponse wrong = new BadRequestResponse(
                    "%s '%s' must be an instant like 2026-11-30T18:00:00Z".formatted(name, text));
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static TimeRange widened(Instant from, Instant to, Duration step) {
        long seconds = step.toSeconds();
        return new TimeRange(
                Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds),
                Instant.ofEpochSecond(-Math.floorDiv(-to.getEpochSecond(), seconds) * seconds));
    }

    private static Duration tick(long seconds) {
        return Duration.ofMinutes(STEP_MINUTES.stream()
                .filter(minutes -> seconds <= minutes * 60L * MOST_TICKS)
                .findFirst()
                .orElse((int) (seconds / 60 / MOST_TICKS)));
    }
}
