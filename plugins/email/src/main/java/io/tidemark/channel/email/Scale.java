package io.tidemark.channel.email;

import io.tidemark.channel.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The vertical axis of a picture: from one round number to another, with round numbers between.
 *
 * @param low where it begins
 * @param high where it ends, above {@code low}
 * @param step from one mark to the next
 */
record Scale(double low, double high, double step) {
    private static final int MARKS = 5;
    private static final int MOST_MARKS = 12;

    /** Holds all values, the normal band, and zero, so that twice as high is twice as slow. */
    static Scale of(Trend trend, List<Double> values) {
        DoubleStream band =
                Stream.of(trend.low(), trend.high()).filter(Double::isFinite).mapToDouble(Double::doubleValue);
        double[] all = DoubleStream.concat(values.stream().mapToDouble(Double::doubleValue), band)
                .sorted()
                .toArray();
        double min = Math.min(all[0], 0);
        double max = Math.max(all[all.length - 1], 0);
        double step = round(max == min ? 1 : (max - min) / MARKS);
        double low = Math.floor(min / step) * step;
        return new Scale(low, Math.max(Math.ceil(max / step) * step, low + step), step);
    }

    /** Whether numbers of this size can be reckoned with. */
    boolean isUsable() {
        return Double.isFinite(high - low) && high > low;
    }

    /** How far up a value is, from 0 to 1. */
    double share(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    /** The round numbers, the least first. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int mark = 0; mark < MOST_MARKS && low + mark * step <= high + step / 2; mark++) {
            marks.add(low + mark * step);
        }
        return marks;
    }

    /** Up to 1, 2 or 5 with zeros. */
    private static double round(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        return DoubleStream.of(1, 2, 5)
                .map(digit -> digit * power)
                .filter(step -> step >= width)
                .findFirst()
                .orElse(10 * power);
    }
}
