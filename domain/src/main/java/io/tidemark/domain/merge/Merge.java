package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One merge of a branch into another. The start is derived from the completion, so that the two always lie exactly the
 * total apart.
 *
 * @param branches what was merged into what
 * @param phases how long it took, and each of its phases
 * @param conflicts how many there were, and what became of them
 * @param verdict how it ended
 * @param completion when it ended; kept to the microsecond
 * @param by who merged
 */
public record Merge(
        Branches branches, Phases phases, Conflicts conflicts, Verdict verdict, Instant completion, MergedBy by) {

    public Merge {
        requireNonNull(branches, "branches");
        requireNonNull(phases, "phases");
        requireNonNull(verdict, "verdict");
        requireNonNull(by, "by");
        completion = requireNonNull(completion, "completion").truncatedTo(ChronoUnit.MICROS);
        if (!verdict.resolution().fits(conflicts)) {
            throw new IllegalArgumentException("resolution %s does not fit %d conflicts: it must be REJECTED, or %s"
                    .formatted(
                            verdict.resolution(),
                            conflicts.found(),
                            conflicts.found() == 0 ? "NONE" : "AUTO or MANUAL"));
        }
    }

    /** The same merge, as a part of a trace. */
    public Merge inSpan(SpanId span) {
        return new Merge(branches, phases, conflicts, verdict, completion, by.inSpan(span));
    }

    public Instant start() {
        return completion.minus(phases.totalMicros(), ChronoUnit.MICROS);
    }

    /**
     * The timings that the merge yields, on its target branch: of {@code merge_branches} as a whole, and of each phase
     * that took any time. The phases follow each other from the start on, and none ends after the merge.
     */
    public List<Timing> timings() {
        return new MergeTimings(this).all();
    }
}
