package io.tidemark.bootstrap.settings;

import io.tidemark.application.detect.Windows;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.Method;
import io.tidemark.domain.anomaly.MinimumEffect;

/**
 * Which timings do not fit, and which operations got slower.
 *
 * @param method how it is worked out what is normal
 * @param windows how far back is looked
 * @param scores from which score on a timing is an anomaly
 * @param minEffect what it must at least amount to
 * @param degradationPercent by how much the p99 must have risen
 * @param quickToo whether timings that are quicker than usual raise alerts, too
 */
public record DetectionSettings(
        Method method,
        Windows windows,
        Cutoffs scores,
        MinimumEffect minEffect,
        double degradationPercent,
        boolean quickToo) {
    private static final double DEGRADATION_PERCENT = 20.0;

    static DetectionSettings read(Section section) {
        return new DetectionSettings(
                section.value("method", Kind.oneOf(Method.class), Method.ROBUST),
                new Windows(
                        section.value("hours", Kind.wholeNumber(1, Windows.MOST_HOURS), Windows.DEFAULT.hours()),
                        section.value("days", Kind.wholeNumber(2, Windows.MOST_DAYS), Windows.DEFAULT.days())),
                scores(section.section("scores")),
                minEffect(section.section("min-effect")),
                section.value("degradation-percent", Kind.decimal(1.0, 1000.0), DEGRADATION_PERCENT),
                section.value("quick-too", Kind.bool(), false));
    }

    private static Cutoffs scores(Section section) {
        var score = Kind.decimal(1.0, 100.0);
        var warning = section.value("warning", score, Cutoffs.DEFAULT.warning());
        var critical = section.value("critical", score, Cutoffs.DEFAULT.critical());
        section.check(critical >= warning, "critical", "at least as high as warning");
        return critical >= warning ? new Cutoffs(warning, critical) : Cutoffs.DEFAULT;
    }

    private static MinimumEffect minEffect(Section section) {
        return new MinimumEffect(
                section.value("percent", Kind.decimal(0.0, 1000.0), MinimumEffect.DEFAULT.percent()),
                section.value("time", Kind.duration("0s", "1h"), MinimumEffect.DEFAULT.time()));
    }
}
