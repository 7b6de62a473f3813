package io.tidemark.bootstrap.demo;

import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.trace.Span;
import java.time.Instant;
import java.util.List;

/**
 * A merge of the story, with the spans that it is made of.
 *
 * @param merge the merge, a part of the first of the spans
 * @param spans its trace
 */
record DemoMerge(Merge merge, List<Span> spans) {
    private static final double GIVEN_UP = 0.02;
    private static final double REFUSED = 0.3;

    DemoMerge {
        spans = List.copyOf(spans);
    }

    /** A merge of that length, as long as there are no conflicts. */
    static DemoMerge of(String user, long micros, Instant completion, Dice dice) {
        DemoBranch branch = dice.pick(DemoBranch.ALL);
        Conflicts conflicts = dice.hits(branch.quarrels().share()) ? conflicts(branch, dice) : Conflicts.NONE;
        MergeStatus status = status(conflicts, dice);
        Merge merge = new Merge(
                new Branches(branch.name(), branch.target(), null),
                phases(branch, micros, conflicts, completion),
                conflicts,
                new Verdict(status, Resolution.of(conflicts, status), null),
                completion,
                new MergedBy(user, null));
        List<Span> spans = DemoTrace.of(merge, dice);
        return new DemoMerge(merge.inSpan(spans.get(0).id()), spans);
    }

    private static Conflicts conflicts(DemoBranch branch, Dice dice) {
        int found = 1 + dice.below(6);
        int byHand = dice.hits(branch.quarrels().byHand()) ? 1 + dice.below(found) : 0;
        return new Conflicts(found, found - byHand, byHand);
    }

    private static MergeStatus status(Conflicts conflicts, Dice dice) {
        if (dice.hits(GIVEN_UP)) {
            return MergeStatus.ABANDONED;
        }
        if (conflicts.failed() == 0) {
            return MergeStatus.SUCCESS;
        }
        return dice.hits(REFUSED) ? MergeStatus.FAILED : MergeStatus.PARTIAL_SUCCESS;
    }

    private static Phases phases(DemoBranch branch, long micros, Conflicts conflicts, Instant completion) {
        long base = (long) (micros * branch.base() * branch.longerBase(completion));
        long detection = (long) (micros * branch.detection() * branch.longerDetection(completion));
        long resolution =
                conflicts.found() == 0 ? 0 : (long) (micros * branch.quarrels().resolution());
        long rest = (long) (micros * (1 - branch.base() - branch.detection()));
        return new Phases(base, detection, resolution, Math.max(1, base + detection + resolution + rest));
    }
}
