package io.tidemark.application.memory;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.series.Steps;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds roll-ups up to the mean of each operation and step. */
final class Means {
    private final Steps steps;
    private final SortedMap<String, Sums> byOperation = new TreeMap<>();

    Means(Steps steps) {
        this.steps = steps;
    }

    void add(String operation, long minute, Sketch rollup) {
        Sums sums = byOperation.computeIfAbsent(operation, first -> new Sums(steps.count()));
        int step = steps.place(Kept.startOf(minute));
        sums.micros[step] += rollup.totals().sum();
        sums.timings[step] += rollup.count();
    }

    SortedMap<String, Series> series() {
        SortedMap<String, Series> series = new TreeMap<>();
        byOperation.forEach((operation, sums) -> series.put(operation, steps.series(sums.means())));
        return series;
    }

    private static final class Sums {
        private final double[] micros;
        private final long[] timings;

        private Sums(int steps) {
            micros = new double[steps];
            timings = new long[steps];
        }

        /** Nothing ÷ nothing is no number: that is how a series says that nothing was seen. */
        private double[] means() {
            double[] means = new double[micros.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = micros[i] / timings[i];
            }
            return means;
        }
    }
}
