package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.frame.ShellWord;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Distribution;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One operation, as a card.
 *
 * @param operation its name
 * @param href where there is more about it
 * @param standing how it does now
 * @param now the p99 of the last minutes, or a dash
 * @param count how many timings the window holds
 * @param normal what the baseline says, or how to make one
 * @param chart its percentiles over time
 */
record CardView(
        String operation, String href, Standing standing, String now, String count, Normal normal, TimeChart chart) {

    /**
     * What the baseline says.
     *
     * @param words the figures of the baseline; null without one
     * @param command what makes a baseline
     */
    record Normal(@Nullable String words, String command) {}

    static CardView of(
            OperationOverview overview,
            String href,
            Standing standing,
            @Nullable Distribution recent,
            TimeChart chart) {
        ActiveBaseline active = overview.baseline();
        Baseline baseline = active == null ? null : active.baseline();
        return new CardView(
                overview.operation(),
                href,
                standing,
                recent == null ? "–" : Wording.duration(recent.percentiles().p99()),
                Wording.counted(overview.whole().samples(), "timing", "timings"),
                normal(overview.operation(), baseline),
                chart);
    }

    String id() {
        return id(operation);
    }

    /** What the card of an operation is called in the page: names may hold anything, ids may not. */
    static String id(String operation) {
        return "op-" + UUID.nameUUIDFromBytes(operation.getBytes(StandardCharsets.UTF_8));
    }

    private static Normal normal(String operation, @Nullable Baseline baseline) {
        String command = "tidemark baseline calculate " + ShellWord.quoted(operation);
        if (baseline == null) {
            return new Normal(null, command);
        }
        String weak = baseline.normal().isWeak()
                ? " · weak: of " + Wording.counted(baseline.normal().samples(), "timing", "timings")
                : "";
        return new Normal(
                "normal %s · limit %s%s"
                        .formatted(
                                Wording.duration(baseline.p99Micros()),
                                Wording.duration((double) baseline.thresholdMicros()),
                                weak),
                command);
    }
}
