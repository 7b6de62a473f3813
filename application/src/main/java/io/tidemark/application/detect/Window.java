package io.tidemark.application.detect;

import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.Standard;
import io.tidemark.domain.percentile.Sketch;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;

/**
 * The timings of an operation in which anomalies are looked for.
 *
 * @param byHour those of each hour
 * @param all those of all hours
 * @param rule what makes one of them an anomaly
 * @param standard what they say is normal
 */
record Window(NavigableMap<Instant, Sketch> byHour, Sketch all, AnomalyRule rule, Standard standard) {
    static Window of(NavigableMap<Instant, Sketch> byHour, AnomalyRule rule) {
        Sketch all = new Sketch();
        byHour.values().forEach(all::merge);
        return new Window(byHour, all, rule, rule.standard(all));
    }

    /** The longest timing of each hour, oldest first, in microseconds. */
    List<Double> longest() {
        return byHour.values().stream().map(sketch -> sketch.quantile(1)).toList();
    }
}
