package io.tidemark.domain.stream;

import org.jspecify.annotations.Nullable;

/**
 * What a detector says of one value.
 *
 * @param state whether it could be judged
 * @param score from 0, as usual or a part of what was told before, towards 1: surprise ÷ (surprise + 3), so that 0.5 is one
 *     block in a thousand
 * @param departure why, when the score reaches the detector's limit; else null
 */
public record StreamVerdict(
        State state, double score, @Nullable Departure departure) {
    static final StreamVerdict MISSING = new StreamVerdict(State.MISSING, 0, null);
    static final StreamVerdict LATE = new StreamVerdict(State.LATE, 0, null);

    private static final double EVEN = 3;

    /** Whether a value could be judged. */
    public enum State {
        /** Too little was seen before: it was only learnt. */
        WARMING_UP,
        JUDGED,
        /** It is no finite number: it was passed over. */
        MISSING,
        /** Its instant is that of the value before, or earlier: it was passed over. */
        LATE
    }

    /** The score that a surprise gives. */
    static double score(double surprise) {
        return surprise / (surprise + EVEN);
    }

    /** The surprise that gives a score. */
    public static double surprise(double score) {
        return EVEN * score / (1 - score);
    }

    /** Whether the score reaches the detector's limit. */
    public boolean isAnomaly() {
        return departure != null;
    }
}
