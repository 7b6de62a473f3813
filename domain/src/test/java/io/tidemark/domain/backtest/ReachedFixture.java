package io.tidemark.domain.backtest;

import static io.tidemark.domain.timing.TimingFixture.NOON;

import java.time.Duration;

/** Steps of the past. */
public final class ReachedFixture {
    private ReachedFixture() {}

    /** A minute so many minutes after noon. */
    public static Reached after(int minutes, double score) {
        return new Reached(
                NOON.plus(Duration.ofMinutes(minutes)), Duration.ofMinutes(1), score, 1_000 * score, "at any time");
    }
}
