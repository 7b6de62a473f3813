package io.tidemark.application.quality;

import io.tidemark.domain.anomaly.AnomalyRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is listed as an anomaly when nobody says otherwise: the robust z-score of the last 24 hours. */
final class RobustRule implements Rule {
    @Override
    public String name() {
        return "robust z-score, listed";
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
        return AnomalyRule.DEFAULT.judgeAll(trail.measured(run.minus(Duration.ofDays(1)), run)).stream()
                .map(anomaly -> new Report(trail.pace().name(), anomaly.timing().start(), run));
    }
}
