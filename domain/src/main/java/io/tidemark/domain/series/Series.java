package io.tidemark.domain.series;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Values at equal steps of time, each for the step that starts at its instant; where nothing was seen there is none. */
public final class Series {
    private final Instant start;
    private final Duration step;
    private final double[] values;

    private Series(Instant start, Duration step, double[] values) {
        this.start = requireNonNull(start, "start");
        this.step = step;
        this.values = values;
    }

    /**
     * A series.
     *
     * @param values one for each step, {@link Double#NaN} where nothing was seen
     * @throws IllegalArgumentException when the step is not positive, or a value is infinite
     */
    public static Series of(Instant start, Duration step, double[] values) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("step %s must be positive".formatted(step));
        }
        double[] own = values.clone();
        for (int i = 0; i < own.length; i++) {
            if (Double.isInfinite(own[i])) {
                throw new IllegalArgumentException(
                        "value %d is %s: it must be a number, or NaN for none".formatted(i, own[i]));
            }
        }
        return new Series(start, step, own);
    }

    public Instant start() {
        return start;
    }

    public Duration step() {
        return step;
    }

    /** How many steps it has, with and without a value. */
    public int size() {
        return values.length;
    }

    /** When a step starts. */
    public Instant instant(int index) {
        return start.plus(step.multipliedBy(index));
    }

    /** The value of a step, {@link Double#NaN} where nothing was seen. */
    public double value(int index) {
        return values[index];
    }

    public boolean isMissing(int index) {
        return Double.isNaN(values[index]);
    }

    /** How many steps have a value. */
    public int present() {
        int present = 0;
        for (double value : values) {
            present += Double.isNaN(value) ? 0 : 1;
        }
        return present;
    }

    /** One for each step, {@link Double#NaN} where nothing was seen. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that
                && start.equals(that.start)
                && step.equals(that.step)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Series[%d values of %d steps of %s from %s]".formatted(present(), size(), step, start);
    }
}
