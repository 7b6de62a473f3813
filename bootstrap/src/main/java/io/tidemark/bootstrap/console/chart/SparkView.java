package io.tidemark.bootstrap.console.chart;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure over time, as small as a word.
 *
 * @param description what it shows, for those who do not see it
 * @param line the figure
 * @param limit how far down lies what it must not exceed, or null
 * @param isBroken whether it exceeds that
 */
public record SparkView(
        String description, String line, @Nullable Double limit, boolean isBroken) {
    public static final int HEIGHT = 32;

    /** A figure from nothing up to its highest value. */
    public static <P> SparkView upTo(
            String description, List<P> points, Function<P, Instant> start, ToDoubleFunction<P> figure, TimeAxis axis) {
        LinearScale scale =
                LinearScale.upTo(points.stream().mapToDouble(figure).max().orElse(0), HEIGHT);
        return new SparkView(description, new Outline<>(points, start, axis, scale).line(figure), null, false);
    }

    static String number(double value) {
        return Outline.number(value);
    }
}
