package io.tidemark.application.alert;

import io.tidemark.domain.alert.Why;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.alert.Why.Basis;
import io.tidemark.domain.alert.Why.Effect;
import io.tidemark.domain.alert.Why.Score;
import io.tidemark.domain.alert.Why.Test;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Norm;
import io.tidemark.domain.baseline.Violation;
import io.tidemark.domain.percentile.ConfidenceInterval;
import io.tidemark.domain.timing.DurationText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a timing broke its baseline: which hours it was held against, and how sure those are. */
final class ViolationWhy {
    private ViolationWhy() {}

    static Why of(Violation violation, ActiveBaseline active, Instant start) {
        Norm norm = active.baseline().at(start);
        double allowed = violation.allowedMultiplier() * norm.p99Micros();
        double above = violation.actualMicros() - allowed;
        return new Why(
                Test.BASELINE_THRESHOLD,
                new Band(0, allowed),
                new Basis(
                        reference(active, norm), norm.samples(), norm.p50Micros(), norm.p99Micros() - norm.p50Micros()),
                new Score(violation.multiplier(), violation.allowedMultiplier()),
                new Effect(100 * above / allowed, above),
                List.of());
    }

    private static String reference(ActiveBaseline active, Norm norm) {
        String baseline = "baseline %d, %s".formatted(active.id(), norm.period());
        ConfidenceInterval interval = active.baseline().normal().p99Interval();
        String sure = norm.basis() == Norm.Basis.ALL && interval != null ? between(interval) : "";
        String weak = norm.isWeak() ? "weak: fewer than 100 samples" : "";
        return Stream.of(baseline, sure, weak).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String between(ConfidenceInterval interval) {
        return interval.isOpenAbove()
                ? "p99 at least %s".formatted(DurationText.of(interval.low()))
                : "p99 from %s to %s".formatted(DurationText.of(interval.low()), DurationText.of(interval.high()));
    }
}
