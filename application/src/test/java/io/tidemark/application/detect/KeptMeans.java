package io.tidemark.application.detect;

import io.tidemark.application.port.SeriesReader;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The means of steps of five minutes, for longer than the storage in memory keeps minutes. */
final class KeptMeans implements SeriesReader {
    private final SortedMap<String, NavigableMap<Instant, Double>> means = new TreeMap<>();

    void keep(String operation, Instant step, double meanMicros) {
        means.computeIfAbsent(operation, name -> new TreeMap<>()).put(step, meanMicros);
    }

    @Override
    public SortedMap<String, Series> means(TimeRange range, Duration step) {
        SortedMap<String, Series> series = new TreeMap<>();
        means.forEach((operation, kept) -> {
            SortedMap<Instant, Double> inRange = kept.subMap(range.from(), range.to());
            if (!inRange.isEmpty()) {
                series.put(operation, series(range, step, inRange));
            }
        });
        return series;
    }

    private static Series series(TimeRange range, Duration step, SortedMap<Instant, Double> kept) {
        double[] values =
                new double[(int) Duration.between(range.from(), range.to()).dividedBy(step)];
        Arrays.fill(values, Double.NaN);
        kept.forEach((at, mean) ->
                values[(int) Duration.between(range.from(), at).dividedBy(step)] = mean);
        return Series.of(range.from(), step, values);
    }
}
