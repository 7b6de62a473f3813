package io.tidemark.domain.schedule;

import io.tidemark.domain.schedule.CronTimes.Week;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of five fields, as in {@code 0 2 * * SUN}: minute, hour, day of the month, month, day of the week.
 *
 * <p>A field is {@code *}, a value, a range {@code 1-5}, a range with a step, as in 10-50/20, or a list of these. Months
 * and days have English names of three letters; Sunday is 0 and 7. When both day fields are restricted, one of them
 * suffices; a field that begins with {@code *} is not, as in the classic cron. {@code @hourly}, {@code @daily},
 * {@code @weekly}, {@code @monthly} and {@code @yearly} stand for what they say.
 *
 * <p>When clocks are changed for daylight saving, a cron that names its hours runs once for each local time that it means:
 *
 * <ul>
 *   <li>what falls into the hour that is left out runs once, at the end of the gap, however often it would have run;
 *   <li>what falls into the hour that comes twice runs the first time only.
 * </ul>
 *
 * <p>A cron of every hour goes on as if nothing had happened, every hour or every few minutes of the time that really
 * passes: it has no run in the gap, and runs both times in the hour that comes twice.
 */
public final class Cron {
    private static final int FIELDS = 5;
    private static final Map<String, String> SHORTHANDS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private final String text;
    private final CronTimes times;

    private Cron(String text, CronTimes times) {
        this.text = text;
        this.times = times;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it breaks the rules; says which and how to write it
     */
    public static Cron parse(String text) {
        String written = text.strip().replaceAll("\\s+", " ");
        try {
            return new Cron(written, times(expanded(written).split(" ")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no cron expression: %s".formatted(written, e.getMessage()), e);
        }
    }

    /** The first time after an instant, which does not count itself; empty when there is none, as on 30 February. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant from = after.plusNanos(1);
        while (true) {
            // Between two changes of the clocks local time runs evenly: the last one up to now, and the next one.
            ZoneOffsetTransition change = rules.previousTransition(from.plusNanos(1));
            if (change != null && change.getInstant().equals(from) && fallsInto(change)) {
                return Optional.of(from);
            }
            ZoneOffset offset = rules.getOffset(from);
            Optional<Instant> next = times.from(start(LocalDateTime.ofInstant(from, offset), change))
                    .map(local -> local.toInstant(offset));
            ZoneOffsetTransition end = rules.nextTransition(from);
            if (next.isEmpty() || end == null || next.get().isBefore(end.getInstant())) {
                return next;
            }
            from = end.getInstant();
        }
    }

    /** Whether something is due in the local time that a change leaves out. */
    private boolean fallsInto(ZoneOffsetTransition change) {
        return change.isGap()
                && !times.isEveryHour()
                && times.from(change.getDateTimeBefore())
                        .filter(missed -> missed.isBefore(change.getDateTimeAfter()))
                        .isPresent();
    }

    /** Where to look from: what was due the first time is not due a second time. */
    private LocalDateTime start(LocalDateTime from, @Nullable ZoneOffsetTransition change) {
        if (change == null || !change.isOverlap() || times.isEveryHour()) {
            return from;
        }
        LocalDateTime back = change.getDateTimeBefore();
        return from.isBefore(back) ? back : from;
    }

    private static String expanded(String written) {
        if (!written.startsWith("@")) {
            return written;
        }
        String meant = SHORTHANDS.get(written.toLowerCase(Locale.ROOT));
        if (meant == null) {
            throw new IllegalArgumentException("there are %s"
                    .formatted(SHORTHANDS.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return meant;
    }

    private static CronTimes times(String... fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "it has %d fields; write five: minute, hour, day of the month, month, day of the week, as in 0 2 * * SUN"
                            .formatted(fields.length));
        }
        boolean eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        return new CronTimes(
                CronField.MINUTE.parse(fields[0]),
                CronField.HOUR.parse(fields[1]),
                CronField.DAY_OF_MONTH.parse(fields[2]),
                CronField.MONTH.parse(fields[3]),
                new Week(CronField.DAY_OF_WEEK.parse(fields[4]), eitherDay));
    }

    /** Two are equal when they are written alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cron cron && text.equals(cron.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written, with single spaces. */
    @Override
    public String toString() {
        return text;
    }
}
