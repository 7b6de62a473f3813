package io.tidemark.domain.statistics;

import java.util.Arrays;

/**
 * Whether values rise or fall in the course of time, however: counts the pairs that rise against those that fall (Mann
 * 1945, Kendall 1975).
 *
 * @param s rising pairs minus falling ones
 * @param pValue how likely it is that pairs lean so far to either side when there is no trend
 */
public record MannKendall(long s, double pValue) {
    /** Up to here the p-value of values without ties is counted out; beyond, the normal approximation is as good. */
    static final int EXACT_UP_TO = 20;

    /** The test of values in the order of time; those that are NaN are left out. */
    public static MannKendall of(double[] values) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        long s = 0;
        for (int i = 0; i < present.length; i++) {
            for (int j = i + 1; j < present.length; j++) {
                s += present[j] > present[i] ? 1 : present[j] < present[i] ? -1 : 0;
            }
        }
        double ties = ties(present);
        boolean exact = ties == 0 && present.length <= EXACT_UP_TO;
        return new MannKendall(s, exact ? exact(s, present.length) : approximate(s, present.length, ties));
    }

    /** How sure it is that there is a trend, from 0 to 1. */
    public double confidence() {
        return 1 - pValue;
    }

    /** Of all orders of n values, the share with at least so many pairs on one side (Kendall 1975, table 1), twice. */
    private static double exact(long s, int n) {
        int pairs = n * (n - 1) / 2;
        double[] shares = {1};
        for (int size = 2; size <= n; size++) {
            double[] next = new double[shares.length + size - 1];
            for (int falling = 0; falling < shares.length; falling++) {
                for (int added = 0; added < size; added++) {
                    next[falling + added] += shares[falling] / size;
                }
            }
            shares = next;
        }
        double tail = 0;
        for (int falling = 0; pairs - 2 * falling >= Math.abs(s) && falling < shares.length; falling++) {
            tail += shares[falling];
        }
        return Math.min(1, 2 * tail);
    }

    private static double approximate(long s, int n, double ties) {
        double variance = (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
        // One less for continuity: s takes whole values only.
        double distance = Math.max(0, Math.abs(s) - 1);
        return variance <= 0 ? 1 : Math.min(1, 2 * Normal.upperTail(distance / Math.sqrt(variance)));
    }

    /** What equal values take from the variance. */
    private static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                double equal = i - start;
                sum += equal * (equal - 1) * (2 * equal + 5);
                start = i;
            }
        }
        return sum;
    }
}
