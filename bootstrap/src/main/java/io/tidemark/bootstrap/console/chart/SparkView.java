package io.tidemark.bootstrap.console.chart;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Why;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** The last values before a verdict and at it, with the most that was expected. */
    public static SparkView ofValues(Why why) {
        List<Double> values = why.recent();
        double limit = why.expected().highMicros();
        LinearScale scale = LinearScale.upTo(Math.max(Collections.max(values), limit), HEIGHT);
        long above = values.stream().filter(value -> value > limit).count();
        String description = "the last %d values, of which %d were above %s"
                .formatted(values.size(), above, Wording.duration(limit));
        return new SparkView(description, line(values, scale), scale.y(limit), above > 0);
    }

    /** How a figure changed, one step after the other; null with fewer than two of them. */
    public static @Nullable SparkView ofCourse(String description, List<Double> values) {
        if (values.size() < 2) {
            return null;
        }
        return new SparkView(description, line(values, LinearScale.upTo(Collections.max(values), HEIGHT)), null, false);
    }

    /** Evenly spread from one side to the other. */
    private static String line(List<Double> values, LinearScale scale) {
        double step = TimeAxis.WIDTH / (values.size() - 1);
        return IntStream.range(0, values.size())
                .mapToObj(i -> number(i * step) + "," + number(scale.y(values.get(i))))
                .collect(Collectors.joining(" ", "M", ""));
    }

    static String number(double value) {
        return Outline.number(value);
    }
}
