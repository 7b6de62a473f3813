package io.tidemark.bootstrap.http;

import io.tidemark.application.merge.MergeReport;
import io.tidemark.application.merge.PairReport;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.merge.BottleneckCounts;
import io.tidemark.domain.merge.ConflictCounts;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeAdvice;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.MergeShift;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.Outcomes;
import io.tidemark.domain.merge.PhaseMicros;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Resolutions;
import io.tidemark.domain.merge.SlaStatus;
import io.tidemark.domain.merge.TotalMicros;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.SpanId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Merges as JSON. */
final class MergeJson {
    private static final double DIGITS = 10_000;

    private MergeJson() {}

    /**
     * A merge.
     *
     * @param base the commit from which both branches went apart
     * @param outcome what else is known about how it ended
     */
    record Filed(
            long id,
            String source,
            String target,
            @Nullable String base,
            Instant start,
            Instant completion,
            long totalMicros,
            Parts phases,
            MergeBottleneck bottleneck,
            MergeStatus status,
            Resolution resolution,
            Conflicts conflicts,
            String user,
            @Nullable String session,
            @Nullable SpanId span,
            Map<String, String> outcome) {
        static Filed of(FiledMerge filed) {
            Merge merge = filed.merge();
            JsonObject outcome = merge.verdict().outcome();
            return new Filed(
                    filed.id(),
                    merge.branches().source(),
                    merge.branches().target(),
                    merge.branches().base(),
                    merge.start(),
                    merge.completion(),
                    merge.phases().totalMicros(),
                    Parts.of(merge.phases()),
                    merge.phases().bottleneck(),
                    merge.verdict().status(),
                    merge.verdict().resolution(),
                    merge.conflicts(),
                    merge.by().user(),
                    merge.by().session(),
                    merge.by().span(),
                    outcome == null ? Map.of() : outcome.scalars());
        }
    }

    /** The time of each phase, and of what is outside them. */
    record Parts(long baseMicros, long detectionMicros, long resolutionMicros, long restMicros) {
        static Parts of(Phases phases) {
            return new Parts(phases.baseMicros(), phases.conflictMicros(), phases.resolveMicros(), phases.restMicros());
        }

        static Parts of(PhaseMicros micros) {
            return new Parts(
                    Math.round(micros.base()),
                    Math.round(micros.detection()),
                    Math.round(micros.resolution()),
                    Math.round(micros.rest()));
        }
    }

    /** What share of the time each phase takes: from 0 to 1. */
    record Shares(double base, double detection, double resolution, double rest) {
        static Shares of(PhaseMicros micros) {
            return new Shares(
                    rounded(micros.share(MergePhase.LCA_FINDING)),
                    rounded(micros.share(MergePhase.CONFLICT_DETECTION)),
                    rounded(micros.share(MergePhase.CONFLICT_RESOLUTION)),
                    rounded(micros.share(MergePhase.REST)));
        }
    }

    record Total(long averageMicros, long p50Micros, long p99Micros, long longestMicros) {
        static Total of(TotalMicros total) {
            return new Total(
                    Math.round(total.average()), Math.round(total.p50()), Math.round(total.p99()), total.longest());
        }
    }

    /**
     * How long merges took.
     *
     * @param weak whether the p99s rest on few merges
     */
    record Times(Total total, Parts average, Parts p99, Parts longest, Shares shares, boolean weak) {
        static Times of(MergeFigures figures) {
            return new Times(
                    Total.of(figures.times().total()),
                    Parts.of(figures.times().average()),
                    Parts.of(figures.times().p99()),
                    Parts.of(figures.times().longest()),
                    Shares.of(figures.times().average()),
                    figures.isWeak());
        }
    }

    /**
     * How merges ended.
     *
     * @param successRate from 0 to 1
     */
    record Ends(Outcomes outcomes, double successRate, Resolutions resolutions) {
        static Ends of(MergeFigures figures) {
            return new Ends(figures.outcomes(), rounded(figures.outcomes().successRate()), figures.resolutions());
        }
    }

    /**
     * Their conflicts.
     *
     * @param rate in what share of the merges there were any
     * @param automaticRate what share of them was resolved automatically, or null when there were none
     */
    record Quarrels(
            ConflictCounts counts, double rate, @Nullable Double automaticRate) {
        static Quarrels of(MergeFigures figures) {
            return new Quarrels(
                    figures.conflicts(),
                    rounded(figures.conflictRate()),
                    orNull(figures.conflicts().automaticRate()));
        }
    }

    /** What merges look like together. */
    record Figures(
            long merges,
            MergeBottleneck bottleneck,
            BottleneckCounts bottlenecks,
            Times times,
            Ends ends,
            Quarrels conflicts) {
        static Figures of(MergeFigures figures) {
            return new Figures(
                    figures.merges(),
                    figures.bottleneck(),
                    figures.bottlenecks(),
                    Times.of(figures),
                    Ends.of(figures),
                    Quarrels.of(figures));
        }
    }

    /** A shift for the worse that stands. */
    record Shift(Instant since, long beforeMicros, long afterMicros, double percent) {
        static Shift of(LevelShift shift) {
            return new Shift(
                    shift.since(),
                    Math.round(shift.before().mean()),
                    Math.round(shift.after().mean()),
                    Math.round(shift.percent() * 10) / 10.0);
        }
    }

    /** That of an operation. */
    record OperationShift(String operation, Shift shift) {
        static OperationShift of(LevelShift shift) {
            return new OperationShift(shift.operation(), Shift.of(shift));
        }
    }

    /**
     * That of a pair.
     *
     * @param phase which got longer by most
     * @param addedMicros by how much, on average
     */
    record PairShift(Shift shift, MergePhase phase, long addedMicros) {
        static PairShift of(MergeShift shift) {
            return new PairShift(Shift.of(shift.shift()), shift.phase(), Math.round(shift.addedMicros()));
        }
    }

    /**
     * All merges together.
     *
     * @param okUpToMicros the limits of the status
     * @param shifts of merges and their phases, whatever was asked for
     */
    record Whole(
            Figures figures,
            SlaStatus sla,
            long okUpToMicros,
            long degradedUpToMicros,
            List<OperationShift> shifts,
            MergeAdvice advice) {
        static Whole of(MergeReport report) {
            return new Whole(
                    Figures.of(report.figures()),
                    report.status(),
                    Math.round(report.sla().okMicros()),
                    Math.round(report.sla().degradedMicros()),
                    report.shifts().stream().map(OperationShift::of).toList(),
                    report.advice());
        }
    }

    /** The merges of a pair of branches. */
    record Pair(
            String source,
            String target,
            Instant last,
            Figures figures,
            SlaStatus sla,
            @Nullable PairShift shift,
            MergeAdvice advice) {
        static Pair of(PairReport report) {
            MergeShift shift = report.shift();
            return new Pair(
                    report.figures().pair().source(),
                    report.figures().pair().target(),
                    report.figures().last(),
                    Figures.of(report.figures().figures()),
                    report.sla(),
                    shift == null ? null : PairShift.of(shift),
                    report.advice());
        }
    }

    /** How long merges took in a step. */
    record PhaseStep(Instant start, long merges, Times times, BottleneckCounts bottlenecks) {
        static PhaseStep of(MergeStep step) {
            return new PhaseStep(
                    step.start(),
                    step.figures().merges(),
                    Times.of(step.figures()),
                    step.figures().bottlenecks());
        }
    }

    /** How merges ended in a step. */
    record SuccessStep(Instant start, long merges, Ends ends, Quarrels conflicts) {
        static SuccessStep of(MergeStep step) {
            return new SuccessStep(
                    step.start(), step.figures().merges(), Ends.of(step.figures()), Quarrels.of(step.figures()));
        }
    }

    private static @Nullable Double orNull(OptionalDouble rate) {
        return rate.isEmpty() ? null : (Double) rounded(rate.getAsDouble());
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
