package io.tidemark.bootstrap.console.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A vertical axis that begins at nothing, for what is counted, or stacked in whole microseconds.
 *
 * @param high the value at the top
 * @param height the height of the plot; 0 is the top
 */
public record LinearScale(double high, double height) implements ValueScale {
    private static final double TICK_DISTANCE = 24;

    public LinearScale {
        if (!(high > 0)) {
            throw new IllegalArgumentException("axis to %s: must be positive".formatted(high));
        }
    }

    /** The scale on which all values up to {@code max} have room. */
    public static LinearScale upTo(double max, double height) {
        return new LinearScale((max > 0 ? max : 1) * 1.05, height);
    }

    @Override
    public double y(double value) {
        return height * (1 - Math.min(1, Math.max(0, value) / high));
    }

    @Override
    public List<Double> ticks() {
        double step = Math.max(1, roundUp(high * TICK_DISTANCE / height));
        return DoubleStream.iterate(0, tick -> tick <= high, tick -> tick + step)
                .boxed()
                .toList();
    }

    /** The next of 1, 2 and 5, times a power of ten. */
    private static double roundUp(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(1, 2, 5)
                .map(mantissa -> mantissa * decade)
                .filter(round -> round >= value)
                .findFirst()
                .orElse(10 * decade);
    }
}
