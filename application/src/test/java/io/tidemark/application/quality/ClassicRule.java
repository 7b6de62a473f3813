package io.tidemark.application.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rule of pgGit's first monitoring: |z| of at least 3 by mean and deviation of the last 24 hours. */
final class ClassicRule implements Rule {
    private static final int FEWEST = 5;

    @Override
    public String name() {
        return "classic z-score (pgGit)";
    }

    @Override
    public boolean ofTimings() {
        return true;
    }

    @Override
    public List<Report> reports(List<Trail> trails) {
        return trails.stream()
                .flatMap(trail -> Rule.runs().stream().flatMap(run -> reports(trail, run)))
                .toList();
    }

    private static Stream<Report> reports(Trail trail, Instant run) {
        int from = trail.at(run.minus(Duration.ofDays(1)));
        int to = trail.at(run);
        double[] window = trail.micros(run.minus(Duration.ofDays(1)), run);
        double mean = Arrays.stream(window).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(window)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return window.length < FEWEST || deviation == 0
                ? Stream.of()
                : IntStream.range(from, to)
                        .filter(timing -> Math.abs(trail.micros(timing) - mean) / deviation >= 3)
                        .mapToObj(timing -> new Report(trail.pace().name(), trail.instant(timing), run));
    }
}
