package io.tidemark.domain.timing;

import java.time.Duration;
import java.time.Instant;

/** Timings of one afternoon's commits. */
public final class TimingFixture {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final String ANNA = "anna";

    private TimingFixture() {}

    public static Timing aCommitOf(Duration duration) {
        return aCommit(duration, NOON);
    }

    public static Timing aCommit(Duration duration, Instant end) {
        return new Timing("commit", Timing.toMicros(duration), end, Context.of(ANNA));
    }

    public static Timing aCommitOnBranch(String branch) {
        return new Timing("commit", 1_000, NOON, Context.of(ANNA).onBranch(branch));
    }
}
