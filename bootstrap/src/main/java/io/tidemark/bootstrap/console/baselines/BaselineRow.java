package io.tidemark.bootstrap.console.baselines;

import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineHealth.OfScope;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.percentile.Percentiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The baseline of one operation, or of one branch of it.
 *
 * @param percentiles p50, p75, p90, p95 and p99
 * @param limit how long a run may take, and how many times the p99 that is
 * @param freshness when somebody last looked whether it holds; the tone names its shape
 * @param origin who made it and why
 * @param doubts what speaks against trusting it, or empty
 * @param course its p99 over its last changes, or null when it never changed
 */
record BaselineRow(
        String operation,
        String href,
        @Nullable String branch,
        List<String> percentiles,
        Limit limit,
        Checked freshness,
        String origin,
        String doubts,
        @Nullable SparkView course) {

    record Limit(String value, String multiplier) {}

    record Checked(String tone, String words, Instant at, String age) {}

    static BaselineRow of(OfScope one, @Nullable SparkView course, Instant now) {
        Baseline baseline = one.active().baseline();
        return new BaselineRow(
                baseline.scope().operation(),
                Address.of("/operations")
                        .with("name", baseline.scope().operation())
                        .href(),
                baseline.scope().branch(),
                words(baseline.normal().percentiles()),
                new Limit(Wording.duration((double) baseline.thresholdMicros()), Wording.factor(baseline.multiplier())),
                checked(one, now),
                origin(baseline.origin(), now),
                doubts(one),
                course);
    }

    static List<String> words(Percentiles percentiles) {
        return Stream.of(percentiles.p50(), percentiles.p75(), percentiles.p90(), percentiles.p95(), percentiles.p99())
                .map(Wording::duration)
                .toList();
    }

    private static Checked checked(OfScope one, Instant now) {
        String tone = switch (one.freshness()) {
            case CURRENT -> "fine";
            case STALE -> "warning";
            case VERY_STALE -> "critical";
        };
        return new Checked(
                tone,
                one.freshness().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                one.checkedAt(),
                Wording.age(Duration.between(one.checkedAt(), now)));
    }

    private static String origin(BaselineOrigin origin, Instant now) {
        String note = origin.note() == null ? "" : ": " + origin.note();
        return "%s by %s, %s%s"
                .formatted(
                        origin.reason().name().toLowerCase(Locale.ROOT),
                        origin.by(),
                        Wording.time(origin.at(), now),
                        note);
    }

    private static String doubts(OfScope one) {
        Baseline baseline = one.active().baseline();
        String weak = baseline.normal().isWeak()
                ? "weak: of %s only".formatted(Wording.counted(baseline.normal().samples(), "timing", "timings"))
                : "";
        String held = one.held() == null ? "" : "stays, as " + one.held();
        Reference reference = one.reference();
        String crept = reference == null || !one.isCrept()
                ? ""
                : "%.0f %% above '%s'".formatted(reference.percentAbove(baseline), reference.name());
        return String.join(
                "; ",
                Stream.of(weak, held, crept).filter(text -> !text.isEmpty()).toList());
    }
}
