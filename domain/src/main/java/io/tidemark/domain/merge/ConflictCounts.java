package io.tidemark.domain.merge;

import java.util.OptionalDouble;

/**
 * The conflicts of a number of merges.
 *
 * @param merges how many of the merges had any
 * @param found how many there were
 * @param most how many one merge had at most
 * @param resolved how many were resolved automatically
 * @param failed how many were tried automatically, and not resolved
 */
public record ConflictCounts(long merges, long found, long most, long resolved, long failed) {
    public ConflictCounts {
        Counts.requireNotNegative(merges, found, most, resolved, failed);
        if (resolved + failed > found || most > found || merges > found) {
            throw new IllegalArgumentException(
                    "%d merges, at most %d in one, %d resolved and %d failed do not fit %d conflicts"
                            .formatted(merges, most, resolved, failed, found));
        }
    }

    /** What share of the conflicts was resolved automatically; empty when there were none. */
    public OptionalDouble automaticRate() {
        return found == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) resolved / found);
    }
}
