package io.tidemark.bootstrap.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis on which the same factor is the same distance everywhere: twice as slow looks the same for an
 * operation of microseconds and for one of minutes.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 * @param height the height of the plot; 0 is the top
 */
public record LogScale(double low, double high, double height) implements ValueScale {
    private static final double MARGIN = 1.15;
    private static final double LEAST_SPREAD = 3;
    private static final double TICK_DISTANCE = 17;
    private static final List<double[]> MANTISSAS =
            List.of(new double[] {1, 1.5, 2, 3, 5, 7}, new double[] {1, 2, 5}, new double[] {1, 3}, new double[] {1});

    public LogScale {
        if (!(0 < low && low < high)) {
            throw new IllegalArgumentException("axis from %s to %s: must be positive and rise".formatted(low, high));
        }
    }

    /** The scale on which all values from {@code min} to {@code max} have room. */
    public static LogScale around(double min, double max, double height) {
        double low = Math.max(min, 0.5) / MARGIN;
        double high = Math.max(max, 0.5) * MARGIN;
        double missing = Math.sqrt(Math.max(1, LEAST_SPREAD * low / high));
        return new LogScale(low / missing, high * missing, height);
    }

    @Override
    public double y(double value) {
        double share = Math.log(Math.max(value, low) / low) / Math.log(high / low);
        return height * (1 - Math.min(1, share));
    }

    /** Round values inside the axis, from the bottom up, as many as can be read. */
    @Override
    public List<Double> ticks() {
        for (double[] mantissas : MANTISSAS) {
            List<Double> ticks = ticks(mantissas);
            if (areReadable(ticks)) {
                return ticks;
            }
        }
        List<Double> decades = ticks(new double[] {1});
        return List.of(decades.get(0), decades.get(decades.size() - 1));
    }

    private List<Double> ticks(double[] mantissas) {
        List<Double> ticks = new ArrayList<>();
        for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
            for (double mantissa : mantissas) {
                double tick = mantissa * decade;
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private boolean areReadable(List<Double> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            if (y(ticks.get(i - 1)) - y(ticks.get(i)) < TICK_DISTANCE) {
                return false;
            }
        }
        return true;
    }
}
