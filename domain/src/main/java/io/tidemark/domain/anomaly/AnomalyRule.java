package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Why;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.percentile.Sketch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What makes a timing an anomaly: a score beyond the cut-offs, in either direction, and an effect that matters.
 *
 * @param method how it is worked out what is normal
 * @param cutoffs from which score on
 * @param minimum what it must at least amount to
 */
public record AnomalyRule(Method method, Cutoffs cutoffs, MinimumEffect minimum) {
    public static final AnomalyRule DEFAULT = new AnomalyRule(Method.ROBUST, Cutoffs.DEFAULT, MinimumEffect.DEFAULT);

    public AnomalyRule {
        requireNonNull(method, "method");
        requireNonNull(cutoffs, "cutoffs");
        requireNonNull(minimum, "minimum");
    }

    public AnomalyRule withMethod(Method method) {
        return new AnomalyRule(method, cutoffs, minimum);
    }

    public AnomalyRule withCutoffs(Cutoffs cutoffs) {
        return new AnomalyRule(method, cutoffs, minimum);
    }

    /** What is normal in a window, from all its timings. */
    public Standard standard(Sketch timings) {
        return method.standard(timings);
    }

    /** Between which durations everything is quiet; what lies on the ends or beyond is worth judging. */
    public Band quiet(Yardstick normal) {
        Band trivial = minimum.around(normal.centreMicros());
        return new Band(
                Math.max(0, Math.min(trivial.lowMicros(), normal.micros(-cutoffs.warning()))),
                Math.max(trivial.highMicros(), normal.micros(cutoffs.warning())));
    }

    /** Judges one timing; empty when it is normal, or differs by too little to matter. */
    public Optional<Anomaly> judge(Yardstick normal, Measured timing) {
        double micros = timing.durationMicros();
        Band trivial = minimum.around(normal.centreMicros());
        if (micros > trivial.lowMicros() && micros < trivial.highMicros()) {
            return Optional.empty();
        }
        double score = normal.score(micros);
        return cutoffs.severity(score)
                .map(severity -> new Anomaly(
                        timing,
                        score,
                        micros - normal.centreMicros(),
                        100 * (micros - normal.centreMicros()) / normal.centreMicros(),
                        cutoffs.isExtreme(score) ? Anomaly.Grade.EXTREME : Anomaly.Grade.of(severity)));
    }

    /** Judges each of some timings: the anomalies among them, the furthest out first. */
    public List<Anomaly> judge(Yardstick normal, List<Measured> timings) {
        return timings.stream()
                .flatMap(timing -> judge(normal, timing).stream())
                .sorted(Comparator.comparingDouble((Anomaly anomaly) -> -Math.abs(anomaly.score())))
                .toList();
    }

    /** Judges all timings of a window by what is normal in it: the anomalies, the furthest out first. */
    public List<Anomaly> judgeAll(List<Measured> window) {
        long[] micros = window.stream().mapToLong(Measured::durationMicros).toArray();
        return method.standard(micros) instanceof Yardstick normal ? judge(normal, window) : List.of();
    }

    /**
     * Why an alert is raised about an anomaly.
     *
     * @param window which past it is held against, in words: "the last 24 hours"
     * @param recent durations before it and at it, in microseconds, oldest first
     */
    public Why why(Yardstick normal, Anomaly anomaly, String window, List<Double> recent) {
        double spread = anomaly.isSlow() ? normal.above() : normal.below();
        return new Why(
                method.test(),
                quiet(normal),
                new Why.Basis(
                        window,
                        normal.samples(),
                        normal.centreMicros(),
                        normal.method() == Method.CLASSIC ? spread : Math.exp(spread)),
                new Why.Score(Math.abs(anomaly.score()), cutoffs.warning()),
                new Why.Effect(anomaly.deviationPercent(), anomaly.deviationMicros()),
                recent);
    }
}
