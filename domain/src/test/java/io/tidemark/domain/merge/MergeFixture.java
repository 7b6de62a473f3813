package io.tidemark.domain.merge;

import static io.tidemark.domain.timing.TimingFixture.ANNA;

import java.time.Instant;

/** Merges of {@code feature/x} into {@code main}. */
public final class MergeFixture {
    public static final Branches INTO_MAIN = new Branches("feature/x", "main", "a1b2c3");
    public static final Phases OF_A_HUNDRED = new Phases(10, 30, 20, 100);
    public static final Verdict CLEAN = new Verdict(MergeStatus.SUCCESS, Resolution.NONE, null);

    private MergeFixture() {}

    public static Merge aMerge(Instant completion) {
        return aMerge(OF_A_HUNDRED, Conflicts.NONE, CLEAN, completion);
    }

    public static Merge aMerge(Phases phases, Conflicts conflicts, Verdict verdict, Instant completion) {
        return new Merge(INTO_MAIN, phases, conflicts, verdict, completion, new MergedBy(ANNA, "s-1"));
    }
}
