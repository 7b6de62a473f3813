package io.tidemark.domain.timing;

import java.util.Locale;

/** Durations as people read them: three significant digits, as far as the point goes, in the unit that fits. */
public final class DurationText {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    /** From here on three digits round up to the next power of ten, and to the next unit. */
    private static final double ROUNDS_TO_1000 = 999.5;

    private static final double ROUNDS_TO_100 = 99.95;
    private static final double ROUNDS_TO_10 = 9.995;

    private DurationText() {}

    /** A duration in µs, ms or s. */
    public static String of(double micros) {
        if (Math.abs(micros) < ROUNDS_TO_1000) {
            return digits(micros) + " µs";
        }
        double millis = micros / MICROS_PER_MILLI;
        return Math.abs(millis) < ROUNDS_TO_1000 ? digits(millis) + " ms" : digits(millis / MILLIS_PER_SECOND) + " s";
    }

    /** A number without a unit. */
    public static String digits(double number) {
        double size = Math.abs(number);
        String format = size < ROUNDS_TO_10 ? "%.2f" : size < ROUNDS_TO_100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, number);
    }
}
