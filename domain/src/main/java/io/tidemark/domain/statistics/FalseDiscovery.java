package io.tidemark.domain.statistics;

import java.util.Arrays;

/** Keeps down the share of false ones among what many tests find. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Up to which p-value a finding counts, by the step-up procedure of Benjamini and Hochberg (1995).
     *
     * @param pValues the smallest ones, in any order; those that are left out count as 1, which makes it stricter only
     * @param tests how many tests there were, those that are left out included
     * @param rate the share of false findings that is acceptable, above 0 and below 1
     * @return the largest p-value that counts, or −1 when none does
     */
    public static double cutoff(double[] pValues, long tests, double rate) {
        if (tests < pValues.length || !(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "%d p-values of %d tests at a rate of %s: there must be as many tests, and a rate between 0 and 1"
                            .formatted(pValues.length, tests, rate));
        }
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= rank * rate / tests) {
                return sorted[rank - 1];
            }
        }
        return -1;
    }
}
