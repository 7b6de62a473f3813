package io.tidemark.domain.correlation;

import org.jspecify.annotations.Nullable;

/**
 * A series with mean 0 and length 1.
 *
 * @see Pearson
 */
final class UnitSeries {
    private final int index;
    private final double[] values;
    private final double[] seen;
    private final int present;
    private final boolean constant;
    private double @Nullable [] squares;

    private UnitSeries(int index, double[] values, double[] seen, int present) {
        this.index = index;
        this.seen = seen;
        this.present = present;
        this.constant = present == 0 || Double.isNaN(values[firstSeen(seen)]);
        this.values = constant ? new double[values.length] : values;
    }

    static UnitSeries of(int index, double[] values) {
        double[] seen = new double[values.length];
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                seen[i] = 1;
                present++;
            }
        }
        double[] unit = unit(values);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = seen[i] == 0 ? 0 : unit[i];
        }
        return new UnitSeries(index, unit, seen, present);
    }

    /** Moved and scaled; all of them {@link Double#NaN} when they are all the same. Those that are missing stay so. */
    static double[] unit(double[] values) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int present = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
                present++;
            }
        }
        double mean = sum / present;
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        // Equal values may differ from their mean by a rounding error, which must not be taken for a deviation.
        double length = min < max ? Math.sqrt(squares) : Double.NaN;
        double[] unit = new double[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (values[i] - mean) / length;
        }
        return unit;
    }

    private static int firstSeen(double[] seen) {
        int first = 0;
        while (seen[first] == 0) {
            first++;
        }
        return first;
    }

    /** Which of the series that were asked about it is. */
    int index() {
        return index;
    }

    /** 0 where nothing was seen. */
    double[] values() {
        return values;
    }

    /** 1 where something was seen, else 0. */
    double[] seen() {
        return seen;
    }

    /** Of each value. They are needed only when something is missing, and then often. */
    double[] squares() {
        if (squares == null) {
            double[] fresh = new double[values.length];
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] = values[i] * values[i];
            }
            squares = fresh;
        }
        return squares;
    }

    /** In how many steps something was seen. */
    int present() {
        return present;
    }

    boolean hasGaps() {
        return present < values.length;
    }

    /** Whether it never changes, or has nothing at all. */
    boolean isConstant() {
        return constant;
    }
}
