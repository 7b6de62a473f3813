package io.tidemark.bootstrap.console.baselines;

import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.percentile.Percentiles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A baseline that waits for a word, beside the one whose place it would take.
 *
 * @param change by how much the p99 would change
 * @param isSlower whether it would be slower
 * @param lines one for each percentile
 * @param samples of how many timings each of them is
 */
record Comparison(
        long id,
        String operation,
        String href,
        @Nullable String branch,
        String change,
        boolean isSlower,
        List<Line> lines,
        String samples,
        String proposed) {
    private static final double WIDTH = 1_000;
    private static final List<String> NAMES = List.of("p50", "p75", "p90", "p95", "p99");

    /**
     * One percentile, before and after.
     *
     * @param oldWidth how long the bar of the one before is, in thousandths of the longest
     * @param newWidth the same of the one that waits
     */
    record Line(String name, String before, String after, long oldWidth, long newWidth) {}

    static Comparison of(Proposal proposal, Instant now) {
        Baseline before = proposal.inPlaceOf().baseline();
        Baseline after = proposal.baseline();
        return new Comparison(
                proposal.id(),
                after.scope().operation(),
                Address.of("/operations")
                        .with("name", after.scope().operation())
                        .href(),
                after.scope().branch(),
                String.format(Locale.ROOT, "%+.0f %%", proposal.percentChange()),
                proposal.percentChange() > 0,
                lines(
                        values(before.normal().percentiles()),
                        values(after.normal().percentiles())),
                "of %s so far, of %s then"
                        .formatted(
                                Wording.counted(before.normal().samples(), "timing", "timings"),
                                Wording.counted(after.normal().samples(), "timing", "timings")),
                Wording.time(after.origin().at(), now));
    }

    private static List<Line> lines(List<Double> before, List<Double> after) {
        int last = NAMES.size() - 1;
        double longest = Math.max(before.get(last), after.get(last));
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Line(
                        NAMES.get(i),
                        Wording.duration(before.get(i)),
                        Wording.duration(after.get(i)),
                        Math.round(WIDTH * before.get(i) / longest),
                        Math.round(WIDTH * after.get(i) / longest)))
                .toList();
    }

    private static List<Double> values(Percentiles all) {
        return List.of(all.p50(), all.p75(), all.p90(), all.p95(), all.p99());
    }
}
