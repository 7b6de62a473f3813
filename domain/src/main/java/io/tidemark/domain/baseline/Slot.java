package io.tidemark.domain.baseline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An hour of the week, or of every day, by the clocks of a time zone.
 *
 * <p>An instant belongs to the local hour in which its UTC hour begins, as what is kept of the past is counted by UTC
 * hours: so it is held against just what was counted with its like, in zones that are half an hour off too. Where clocks
 * are put back, the hour that comes twice is one slot; where they are put forward, the hour that is left out gets nothing
 * that day.
 *
 * @param day the day of the week, or null for every day
 * @param hour the hour, from 0 to 23
 */
public record Slot(@Nullable DayOfWeek day, int hour) implements Comparable<Slot> {
    private static final int LAST_HOUR = 23;

    private static final Comparator<Slot> EVERY_DAY_FIRST =
            Comparator.comparingInt(Slot::dayNumber).thenComparingInt(Slot::hour);

    public Slot {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("hour %d must be from 0 to %d".formatted(hour, LAST_HOUR));
        }
    }

    /** The hour of the week in which an instant lies. */
    public static Slot at(Instant instant, ZoneId zone) {
        ZonedDateTime local = localStart(instant, zone);
        return new Slot(local.getDayOfWeek(), local.getHour());
    }

    static ZonedDateTime localStart(Instant instant, ZoneId zone) {
        return instant.truncatedTo(ChronoUnit.HOURS).atZone(zone);
    }

    /** The same hour of every day. */
    public Slot everyDay() {
        return day == null ? this : new Slot(null, hour);
    }

    /** From 1 for Monday to 7 for Sunday; 0 for every day. */
    public int dayNumber() {
        return day == null ? 0 : day.getValue();
    }

    @Override
    public int compareTo(Slot other) {
        return EVERY_DAY_FIRST.compare(this, other);
    }

    /** In words, such as {@code Mondays 09:00–10:00}. */
    @Override
    public String toString() {
        String days = day == null ? "daily" : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
        return "%s %02d:00–%02d:00".formatted(days, hour, (hour + 1) % (LAST_HOUR + 1));
    }
}
