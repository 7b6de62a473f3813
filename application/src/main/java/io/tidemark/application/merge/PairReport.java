package io.tidemark.application.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.merge.MergeAdvice;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeShift;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.merge.SlaStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merges of a pair of branches: how they are, since when, and what would help.
 *
 * @param figures what its merges look like
 * @param sla how its p99 stands to what is normal
 * @param shift since when they take longer, or null when they do not
 * @param advice what would help
 * @param course how long they took, step by step
 */
public record PairReport(
        PairFigures figures, SlaStatus sla, @Nullable MergeShift shift, MergeAdvice advice, List<MergePoint> course) {
    public PairReport {
        requireNonNull(figures, "figures");
        requireNonNull(sla, "sla");
        requireNonNull(advice, "advice");
        course = List.copyOf(course);
    }
}
