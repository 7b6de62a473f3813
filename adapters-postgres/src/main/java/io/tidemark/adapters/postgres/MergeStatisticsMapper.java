package io.tidemark.adapters.postgres;

import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.merge.PhaseMicros;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface MergeStatisticsMapper {
    /** One of no merges has no outcomes, and is null. */
    @Nullable
    MergeFigures figures(@Param("filter") MergeFilter filter, @Param("range") TimeRange range);

    List<Row> pairs(@Param("filter") MergeFilter filter, @Param("range") TimeRange range, @Param("limit") int limit);

    List<StepRow> steps(
            @Param("filter") MergeFilter filter, @Param("range") TimeRange range, @Param("seconds") long seconds);

    List<PointRow> courses(
            @Param("sources") String[] sources,
            @Param("targets") String[] targets,
            @Param("range") TimeRange range,
            @Param("seconds") long seconds);

    /** The same from roll-ups, for whole UTC hours and any status and bottleneck. */
    @Nullable
    MergeFigures rolledFigures(@Param("filter") MergeFilter filter, @Param("range") TimeRange range);

    List<Row> rolledPairs(
            @Param("filter") MergeFilter filter, @Param("range") TimeRange range, @Param("limit") int limit);

    List<StepRow> rolledSteps(
            @Param("filter") MergeFilter filter, @Param("range") TimeRange range, @Param("seconds") long seconds);

    /** A pair with its figures. */
    record Row(String source, String target, Instant last, MergeFigures figures) {
        PairFigures toPair() {
            return new PairFigures(new BranchPair(source, target), figures, last);
        }
    }

    /** A step with its figures. */
    record StepRow(Instant start, MergeFigures figures) {
        MergeStep toStep() {
            return new MergeStep(start, figures);
        }
    }

    /** A point of the course of a pair. */
    record PointRow(String source, String target, Instant start, long merges, double p50, PhaseMicros average) {
        BranchPair pair() {
            return new BranchPair(source, target);
        }

        MergePoint toPoint() {
            return new MergePoint(start, merges, p50, average);
        }
    }
}
