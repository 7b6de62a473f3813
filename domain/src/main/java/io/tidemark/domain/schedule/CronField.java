package io.tidemark.domain.schedule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One of the five fields of a cron expression: which values it takes, and what they are called. */
enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day of the month", 1, 31, ""),
    MONTH("month", 1, 12, "JAN, FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV, DEC"),
    /** From Sunday to Sunday: both 0 and 7. */
    DAY_OF_WEEK("day of the week", 0, 7, "SUN, MON, TUE, WED, THU, FRI, SAT");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final int SUNDAY_AGAIN = 7;

    private final String title;
    private final int min;
    private final int max;
    private final String names;

    CronField(String title, int min, int max, String names) {
        this.title = title;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /**
     * The values that a field means, one bit each; Sunday is bit 0.
     *
     * @throws IllegalArgumentException when it breaks the rules
     */
    long parse(String text) {
        long values = 0;
        for (String part : text.split(",", -1)) {
            values |= part(part);
        }
        boolean sunday = this == DAY_OF_WEEK && (values & (1L << SUNDAY_AGAIN)) != 0;
        return sunday ? (values & ~(1L << SUNDAY_AGAIN)) | 1 : values;
    }

    private long part(String part) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int dash = range.indexOf('-');
        if (range.equals("*")) {
            return bits(min, this == DAY_OF_WEEK ? max - 1 : max, slash < 0 ? 1 : step(part.substring(slash + 1)));
        }
        if (dash < 0 && slash >= 0) {
            throw new IllegalArgumentException("%s '%s' has a step but no range to step through: write %s-%d%s"
                    .formatted(title, part, range, max, part.substring(slash)));
        }
        int first = value(dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : end(first, value(range.substring(dash + 1)));
        if (last < first) {
            throw new IllegalArgumentException(
                    "%s '%s' runs backwards: write %d-%d,%d-%d".formatted(title, part, first, max, min, last));
        }
        return bits(first, last, slash < 0 ? 1 : step(part.substring(slash + 1)));
    }

    /** A week may end with its Sunday, as in FRI-SUN. */
    private int end(int first, int last) {
        return this == DAY_OF_WEEK && last == 0 && first > 0 ? SUNDAY_AGAIN : last;
    }

    private int value(String text) {
        int name = List.of(names.split(", ")).indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0 && !text.isEmpty()) {
            return min + name;
        }
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            throw new IllegalArgumentException(
                    "%s '%s' must be from %d to %d%s; several are written as a list 1,5, a range 1-5, all *, every second */2"
                            .formatted(title, text, min, max, names.isEmpty() ? "" : " or one of " + names));
        }
        return number;
    }

    private int step(String text) {
        int step = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (step < 1 || step > max - min) {
            throw new IllegalArgumentException(
                    "%s step '%s' must be from 1 to %d: it counts within the field, and begins anew with each round of it"
                            .formatted(title, text, max - min));
        }
        return step;
    }

    private static long bits(int first, int last, int step) {
        long bits = 0;
        for (int value = first; value <= last; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }
}
