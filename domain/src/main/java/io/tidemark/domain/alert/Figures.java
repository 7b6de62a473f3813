package io.tidemark.domain.alert;

/**
 * The figures that an alert shows: its own copy, as it outlives what caused it.
 *
 * @param actualMicros how long it took: a timing, or the p99 or mean of many
 * @param baselineP99Micros what it was held against: the p99 of a baseline, or what was normal before
 * @param multiplier how many times the one the other is
 */
public record Figures(long actualMicros, double baselineP99Micros, double multiplier) {
    /** Of what no duration tells. */
    public static final Figures NONE = new Figures(0, 0, 1);

    /** What was found, and what is normal. */
    public static Figures of(double actualMicros, double normalMicros) {
        return new Figures(Math.round(actualMicros), normalMicros, actualMicros / normalMicros);
    }
}
