package io.tidemark.domain.correlation;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A series, coarser: the medians of stretches of equal length, those left out of which little was seen. */
final class Stretches {
    /** Of the steps of a stretch, this share at least must have a value. */
    private static final double SEEN = 0.1;

    private Stretches() {}

    static List<Stretch> of(Series series, Duration length) {
        int steps = (int) Math.max(1, length.dividedBy(series.step()));
        List<Stretch> stretches = new ArrayList<>();
        double[] values = series.values();
        for (int from = 0; from < values.length; from += steps) {
            int to = Math.min(from + steps, values.length);
            double[] seen = Arrays.stream(values, from, to)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (seen.length > 0 && seen.length >= SEEN * steps) {
                stretches.add(new Stretch((from + to) / 2, Order.median(seen)));
            }
        }
        return stretches;
    }

    /**
     * A stretch of steps.
     *
     * @param middle the step in its middle
     * @param median of its values
     */
    record Stretch(int middle, double median) {}
}
