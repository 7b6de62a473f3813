package io.tidemark.application.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.merge.MergeAdvice;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeSla;
import io.tidemark.domain.merge.SlaStatus;
import java.util.List;

/**
 * Where merges lose their time.
 *
 * @param figures what all of them look like
 * @param sla what is normal for them
 * @param shifts since when merges and their phases take longer, of those that do: over all merges, whatever was asked for
 * @param advice what would help
 * @param pairs by pair of branches: those where most time was lost, first
 */
public record MergeReport(
        MergeFigures figures, MergeSla sla, List<LevelShift> shifts, MergeAdvice advice, List<PairReport> pairs) {
    public MergeReport {
        requireNonNull(figures, "figures");
        requireNonNull(sla, "sla");
        requireNonNull(advice, "advice");
        shifts = List.copyOf(shifts);
        pairs = List.copyOf(pairs);
    }

    /** How their p99 stands to what is normal. */
    public SlaStatus status() {
        return sla.judge(figures.times().total().p99());
    }
}
