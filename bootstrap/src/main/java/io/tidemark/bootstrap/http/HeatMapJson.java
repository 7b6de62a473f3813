package io.tidemark.bootstrap.http;

import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many runs took how long, step by step.
 *
 * @param upToMicros the upper end of each band, which belongs to it; the lowest band begins above 0
 * @param columns the steps with runs
 */
record HeatMapJson(
        String operation,
        @Nullable String branch,
        Instant from,
        Instant to,
        long stepSeconds,
        List<Long> upToMicros,
        List<ColumnJson> columns) {
    /** Bands to a tenfold, so that one is about a quarter wide. */
    private static final int TO_A_TENFOLD = 10;

    static HeatMapJson of(Scope scope, Stretch stretch, SortedMap<Instant, Sketch> steps) {
        List<Long> bands = bands(steps);
        return new HeatMapJson(
                scope.operation(),
                scope.branch(),
                stretch.range().from(),
                stretch.range().to(),
                stretch.step().toSeconds(),
                bands,
                steps.entrySet().stream()
                        .map(step -> new ColumnJson(step.getKey(), counts(step.getValue(), bands)))
                        .toList());
    }

    /** @param counts one for each band */
    record ColumnJson(Instant start, List<Long> counts) {}

    private static List<Long> bands(SortedMap<Instant, Sketch> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        Sketch whole = new Sketch();
        steps.values().forEach(whole::merge);
        Distribution durations = whole.distribution();
        int first = (int) Math.floor(TO_A_TENFOLD * Math.log10((double) durations.min())) + 1;
        int last = (int) Math.floor(TO_A_TENFOLD * Math.log10((double) durations.max())) + 1;
        return IntStream.rangeClosed(first, last)
                .mapToObj(band -> Math.round(Math.pow(10, (double) band / TO_A_TENFOLD)))
                .distinct()
                .toList();
    }

    private static List<Long> counts(Sketch sketch, List<Long> bands) {
        List<Long> counts = new ArrayList<>();
        long above = sketch.count();
        for (long band : bands) {
            long rest = sketch.countAbove((double) band);
            counts.add(above - rest);
            above = rest;
        }
        return counts;
    }
}
