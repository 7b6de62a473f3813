package io.tidemark.domain.merge;

/** How many merges ended which way: at least one. */
public record Outcomes(long success, long partial, long failed, long abandoned) {
    public Outcomes {
        Counts.requireNotNegative(success, partial, failed, abandoned);
        if (success + partial + failed + abandoned < 1) {
            throw new IllegalArgumentException("there must be at least one merge: no rate is one of none");
        }
    }

    /** How many there were. */
    public long merges() {
        return success + partial + failed + abandoned;
    }

    /** What share of them succeeded whole: from 0 to 1. */
    public double successRate() {
        return (double) success / merges();
    }
}
