package io.tidemark.domain.stream;

/**
 * How unlikely a magnitude is, judged by the largest that were seen, whatever their distribution.
 *
 * <p>Up to the k-th largest it is the rank: the share of magnitudes at least as large. Beyond, the tail of the distribution
 * is continued as a power law: P(X &gt; x) = k ÷ n · (x ÷ x₍ₖ₎)^−α (Weissman, Estimation of parameters and large quantiles
 * based on the k largest observations, JASA 1978) with Hill's estimate 1 ÷ α = mean of ln(x₍ᵢ₎ ÷ x₍ₖ₎) (A simple general
 * approach to inference about the tail of a distribution, Annals of Statistics 1975). As nobody can know the best k, the
 * logarithms for several are averaged. Tails lighter than a power law are taken for heavier than they are: that errs to the
 * quiet side.
 *
 * <p>Neighbours depend on each other, so what counts is the largest of each block of {@value #BLOCK}. Remembers the last
 * {@value #EPOCH} to 2 · {@value #EPOCH} blocks.
 */
final class Tail {
    /** How many values make a block. */
    static final int BLOCK = 4;

    /** After how many blocks the ones before the last such stretch are forgotten. */
    static final int EPOCH = 2_000;

    private static final int[] RANKS = {3, 6, 12, 24};
    private static final int MOST = RANKS[RANKS.length - 1];

    /** A tail that seems steeper rests on few, nearly equal magnitudes. */
    private static final double STEEPEST = 12;

    /** As a share of the largest: what is smaller counts as that, as zero has no logarithm. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Where nothing but zero was ever seen, all else is beyond any tail. */
    private static final double MOST_SURPRISING = 30;

    private final double[] bases = new double[RANKS.length];
    private final double[] slopes = new double[RANKS.length];
    private final Largest all = new Largest(MOST);
    private Largest before = new Largest(MOST);
    private Largest current = new Largest(MOST);
    private int blocksBefore;
    private int blocks;
    private double blockLargest;
    private int inBlock;

    /** Whether enough was seen to judge. */
    boolean isReady() {
        return all.size() == MOST;
    }

    /** How many values it rests on. */
    long samples() {
        return (long) BLOCK * (blocksBefore + blocks);
    }

    /** −log₁₀ of the probability that a block reaches this magnitude; 0 while it is not ready. */
    double surprise(double magnitude) {
        if (!isReady() || magnitude <= 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < RANKS.length; i++) {
            double beyond = magnitude / bases[i];
            sum += beyond <= 1 ? -Math.log10(RANKS[i] + 1) : slopes[i] * Math.log10(beyond) - Math.log10(RANKS[i]);
        }
        double surprise = Math.log10(blocksBefore + blocks + 1) + sum / RANKS.length;
        return Math.max(0, Math.min(MOST_SURPRISING, surprise));
    }

    /** The smallest magnitude that is as surprising, to within a millionth. */
    double magnitude(double surprise) {
        double low = bases[RANKS.length - 1];
        if (low == 0) {
            return 0;
        }
        double high = 2 * low;
        while (surprise(high) < surprise) {
            high *= 2;
        }
        while (high - low > 1e-6 * high) {
            double middle = (low + high) / 2;
            if (surprise(middle) < surprise) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    void add(double magnitude) {
        blockLargest = Math.max(blockLargest, magnitude);
        if (++inBlock == BLOCK) {
            addBlock(blockLargest);
            blockLargest = 0;
            inBlock = 0;
        }
    }

    private void addBlock(double magnitude) {
        if (blocks == EPOCH) {
            forget();
        }
        blocks++;
        current.add(magnitude);
        if (all.add(magnitude) && isReady()) {
            fit();
        }
    }

    private void forget() {
        Largest oldest = before;
        before = current;
        blocksBefore = blocks;
        oldest.clear();
        current = oldest;
        blocks = 0;
        all.clear();
        all.addAll(before);
    }

    private void fit() {
        double least = NEGLIGIBLE * all.ranked(1);
        double logs = 0;
        int rank = 1;
        for (int i = 0; i < RANKS.length; i++) {
            for (; rank < RANKS[i]; rank++) {
                logs += Math.log(Math.max(least, all.ranked(rank)));
            }
            bases[i] = Math.max(least, all.ranked(RANKS[i]));
            double above = logs - (RANKS[i] - 1) * Math.log(bases[i]);
            slopes[i] = above > 0 ? Math.min(STEEPEST, (RANKS[i] - 1) / above) : STEEPEST;
        }
    }
}
