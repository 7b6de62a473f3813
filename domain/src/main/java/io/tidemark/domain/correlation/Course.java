package io.tidemark.domain.correlation;

import io.tidemark.domain.alert.Why;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import io.tidemark.domain.statistics.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an operation went, apart from its own rhythm: as logarithms, as durations are skewed, and smoothed over a quarter of an
 * hour of minutes, as a single slow timing says nothing about what operations share.
 */
final class Course {
    private static final int AROUND_FOR_MEDIAN = 2;
    private static final int AROUND_FOR_MEAN = 7;

    /** What is left of a series that never changes is rounding errors, which must not be taken for a deviation. */
    private static final double ROUNDING = 1e-9;

    private final Series series;
    private final double[] rhythm;
    private final double[] residuals;

    private Course(Series series, double[] rhythm, double[] residuals) {
        this.series = series;
        this.rhythm = rhythm;
        this.residuals = residuals;
    }

    /**
     * That of a series of durations.
     *
     * @param hours the history by the hour, or null
     */
    static Course of(Series series, @Nullable Series hours) {
        double[] logarithms = Arrays.stream(series.values())
                .map(value -> value > 0 ? Math.log(value) : Double.NaN)
                .toArray();
        double[] rhythm = OwnRhythm.of(series, hours).in(Series.of(series.start(), series.step(), logarithms));
        double[] rest = new double[rhythm.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = logarithms[i] - rhythm[i];
        }
        return new Course(series, rhythm, smoothed(rest));
    }

    /** What is left of the series without the rhythm; {@link Double#NaN} where nothing was seen. Not a copy. */
    double[] residuals() {
        return residuals;
    }

    /** How the last stretch compares with what is normal. */
    Standing standing(Duration recent) {
        int steps = (int) recent.dividedBy(series.step());
        int[] last = present(Math.max(0, residuals.length - steps), residuals.length);
        int[] all = present(0, residuals.length);
        if (last.length == 0) {
            return Standing.UNKNOWN;
        }
        Spread spread = Spread.of(at(residuals, all));
        double rise = mean(at(residuals, last)) - spread.median();
        double usual = spread.median() + Order.median(at(rhythm, last));
        Standing.Normal normal = new Standing.Normal(Math.exp(usual), spread.sigma(), all.length);
        return new Standing(normal, last.length, rise, recent(all));
    }

    private List<Double> recent(int[] places) {
        return Arrays.stream(places)
                .skip(Math.max(0, places.length - Why.MOST_RECENT))
                .mapToObj(series::value)
                .toList();
    }

    private int[] present(int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> !Double.isNaN(residuals[i]))
                .toArray();
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    /** The median keeps single spikes out, the mean takes the noise off what is left. */
    private static double[] smoothed(double[] values) {
        double[] smooth = smoothed(smoothed(values, AROUND_FOR_MEDIAN, Order::median), AROUND_FOR_MEAN, Course::mean);
        double[] seen = at(
                smooth,
                IntStream.range(0, smooth.length)
                        .filter(i -> !Double.isNaN(smooth[i]))
                        .toArray());
        double first = seen.length == 0 ? 0 : seen[0];
        boolean same = Arrays.stream(seen).allMatch(value -> Math.abs(value - first) < ROUNDING);
        return same
                ? Arrays.stream(smooth)
                        .map(value -> Double.isNaN(value) ? value : 0)
                        .toArray()
                : smooth;
    }

    private static double[] smoothed(double[] values, int distance, ToDoubleFunction<double[]> middle) {
        double[] smooth = new double[values.length];
        double[] around = new double[2 * distance + 1];
        for (int i = 0; i < values.length; i++) {
            int seen = 0;
            for (int j = Math.max(0, i - distance); j <= Math.min(values.length - 1, i + distance); j++) {
                if (!Double.isNaN(values[j])) {
                    around[seen++] = values[j];
                }
            }
            smooth[i] = Double.isNaN(values[i]) ? Double.NaN : middle.applyAsDouble(Arrays.copyOf(around, seen));
        }
        return smooth;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
