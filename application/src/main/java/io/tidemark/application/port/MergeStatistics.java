package io.tidemark.application.port;

import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what merges look like together. A merge belongs to a range or a step when it was completed in it. The cost grows with
 * the number of merges in the range, not with how many are kept.
 *
 * <p>Over two days and more, of whole UTC hours, percentiles may come from sketches: they are then within 1 %. There merges
 * may still be counted that are themselves kept no longer.
 */
public interface MergeStatistics {
    /** The figures of all merges of a range that the filter takes; empty when there are none. */
    Optional<MergeFigures> figures(MergeFilter filter, TimeRange range);

    /**
     * The same for each pair of branches, {@linkplain PairFigures#DEAREST_FIRST where most time was lost} first.
     *
     * @param limit how many at most, at least one
     */
    List<PairFigures> pairs(MergeFilter filter, TimeRange range, int limit);

    /**
     * The same for each step, in order; nothing for steps without merges.
     *
     * @param step whole seconds; each step starts at a multiple of its length since 1970 (UTC)
     */
    List<MergeStep> steps(MergeFilter filter, TimeRange range, Duration step);

    /**
     * How long the merges of some pairs took, step by step as {@link #steps} has them.
     *
     * @return by pair; nothing for pairs without merges
     */
    Map<BranchPair, List<MergePoint>> courses(Collection<BranchPair> pairs, TimeRange range, Duration step);
}
