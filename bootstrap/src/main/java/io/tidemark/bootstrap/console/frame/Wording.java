package io.tidemark.bootstrap.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures in words, the same on every page. */
public final class Wording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final String[] UNITS = {"µs", "ms", "s"};
    private static final double SECONDS_SHOWN_AS_MINUTES = 120;
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;

    private Wording() {}

    /** A duration with three significant digits, as far as the point goes. */
    public static String duration(double micros) {
        return scaled(micros, false);
    }

    /** A round duration, as on an axis. */
    public static String roundDuration(double micros) {
        return scaled(micros, true);
    }

    private static String scaled(double micros, boolean round) {
        if (micros == 0) {
            return "0";
        }
        double value = micros;
        int unit = 0;
        while (value >= 1_000 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        if (unit == UNITS.length - 1 && value >= SECONDS_SHOWN_AS_MINUTES) {
            return digits(value / 60, round) + " min";
        }
        return digits(value, round || unit == 0) + " " + UNITS[unit];
    }

    private static String digits(double number, boolean round) {
        if (round && number == Math.rint(number)) {
            return count((long) number);
        }
        String format = round || number >= 100 ? "%,.0f" : number < 10 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, round && number < 10 ? "%.1f" : format, number);
    }

    /** How many times one is the other. */
    public static String factor(double factor) {
        return String.format(Locale.ROOT, factor < 10 ? "%.1f×" : "%,.0f×", factor);
    }

    public static String count(long count) {
        if (count >= 0 && count < THOUSAND) {
            return Long.toString(count);
        }
        return count < MILLION
                ? String.format(Locale.ROOT, "%,d", count)
                : String.format(Locale.ROOT, "%,.2f M", (double) count / MILLION);
    }

    public static String counted(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    public static String times(long count) {
        return count == 1 ? "once" : counted(count, "time", "times");
    }

    /** How long something lasts or has been gone, in one unit. */
    public static String age(Duration age) {
        if (age.toMinutes() < 1) {
            return "under 1 min";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
    }

    public static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneOffset.UTC));
    }

    public static String dayAndTime(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(ZoneOffset.UTC));
    }

    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneOffset.UTC));
    }

    /** With the day, unless it is the day of {@code now}. */
    public static String time(Instant instant, Instant now) {
        var at = instant.atZone(ZoneOffset.UTC);
        boolean today = at.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(at);
    }
}
