package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import java.util.Collection;

/**
 * What a number of merges look like together: at least one of them.
 *
 * @param outcomes how they ended
 * @param resolutions what became of their conflicts, merge by merge
 * @param conflicts their conflicts, one by one
 * @param times how long they took
 * @param bottlenecks where each of them lost most of its time
 */
public record MergeFigures(
        Outcomes outcomes,
        Resolutions resolutions,
        ConflictCounts conflicts,
        MergeTimes times,
        BottleneckCounts bottlenecks) {
    /** With fewer merges a p99 says little more than the longest. */
    public static final long MERGES_FOR_A_FIRM_P99 = 100;

    private static final double HALF = 0.5;

    public MergeFigures {
        requireNonNull(outcomes, "outcomes");
        requireNonNull(resolutions, "resolutions");
        requireNonNull(conflicts, "conflicts");
        requireNonNull(times, "times");
        requireNonNull(bottlenecks, "bottlenecks");
    }

    /** Those of these merges: at least one. */
    public static MergeFigures of(Collection<Merge> merges) {
        return new MergeTally(merges).figures();
    }

    public long merges() {
        return outcomes.merges();
    }

    /** In which phase these merges together lose most of their time. */
    public MergeBottleneck bottleneck() {
        return times.average().bottleneck();
    }

    /** Whether more than half of the time is lost in none of the phases. */
    public boolean isMostlyOutside() {
        return times.average().share(MergePhase.REST) > HALF;
    }

    /** In what share of the merges there were conflicts: from 0 to 1. */
    public double conflictRate() {
        return (double) conflicts.merges() / merges();
    }

    /** How long resolving took on average where there were conflicts, in microseconds: 0 when there were none. */
    public double resolutionMicros() {
        return conflicts.merges() == 0 ? 0 : times.average().resolution() * merges() / conflicts.merges();
    }

    /** Whether the p99s rest on too few merges to be trusted. */
    public boolean isWeak() {
        return merges() < MERGES_FOR_A_FIRM_P99;
    }
}
