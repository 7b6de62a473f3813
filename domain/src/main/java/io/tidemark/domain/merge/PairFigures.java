package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The merges of one pair of branches.
 *
 * @param pair the branches
 * @param figures what its merges look like
 * @param last when the last of them was completed
 */
public record PairFigures(BranchPair pair, MergeFigures figures, Instant last) {
    /** Where most time is lost in all, first. */
    public static final Comparator<PairFigures> DEAREST_FIRST = Comparator.comparingDouble(PairFigures::spentMicros)
            .reversed()
            .thenComparing(one -> one.pair().source())
            .thenComparing(one -> one.pair().target());

    private static final Comparator<PairFigures> HOTTEST_FIRST = Comparator.comparingDouble(
                    (PairFigures one) -> one.figures().conflictRate())
            .thenComparingDouble(one -> one.figures().times().p99().resolution())
            .reversed()
            .thenComparing(DEAREST_FIRST);

    public PairFigures {
        requireNonNull(pair, "pair");
        requireNonNull(figures, "figures");
        requireNonNull(last, "last");
    }

    /** How long its merges took in all. */
    public double spentMicros() {
        return figures.times().total().average() * figures.merges();
    }

    /** Those that have conflicts, the most often first; of those alike, the one whose conflicts take longest. */
    public static List<PairFigures> hotSpots(Collection<PairFigures> pairs) {
        return pairs.stream()
                .filter(one -> one.figures().conflicts().found() > 0)
                .sorted(HOTTEST_FIRST)
                .toList();
    }
}
