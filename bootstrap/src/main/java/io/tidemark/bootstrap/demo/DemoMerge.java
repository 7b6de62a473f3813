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
 * @param merge the merge
 * @param spans its trace
 */
record DemoMerge(Merge merge, List<Span> spans) {
    private static final List<String> SOURCES =
            List.of("feature/search", "feature/audit", "feature/labels", "hotfix/locks", "release");
    private static final double CONFLICTING = 0.3;
    private static final double LEFT_TO_A_PERSON = 0.25;

    DemoMerge {
        spans = List.copyOf(spans);
    }

    /** A merge of that length; when there are conflicts, it takes half as long again. */
    static DemoMerge of(String user, long micros, Instant completion, Dice dice) {
        Conflicts conflicts = dice.hits(CONFLICTING) ? conflicts(dice) : Conflicts.NONE;
        long total = conflicts.found() > 0 ? micros * 3 / 2 : micros;
        Phases phases = new Phases(micros / 7, micros * 2 / 5, total - micros, Math.max(1, total));
        Merge merge = new Merge(
                new Branches(dice.pick(SOURCES), "main", null),
                phases,
                conflicts,
                verdict(conflicts),
                completion,
                new MergedBy(user, null));
        return new DemoMerge(merge, DemoTrace.of(merge, dice));
    }

    private static Conflicts conflicts(Dice dice) {
        int found = 1 + dice.below(6);
        return dice.hits(LEFT_TO_A_PERSON) ? new Conflicts(found, found - 1, 1) : new Conflicts(found, found, 0);
    }

    private static Verdict verdict(Conflicts conflicts) {
        if (conflicts.failed() > 0) {
            return new Verdict(MergeStatus.PARTIAL_SUCCESS, Resolution.MANUAL, null);
        }
        return new Verdict(MergeStatus.SUCCESS, conflicts.found() == 0 ? Resolution.NONE : Resolution.AUTO, null);
    }
}
