package io.tidemark.domain.statistics;

/**
 * Quantiles of numbers in no particular order, by linear interpolation between neighbours (as {@code percentile_cont} of
 * SQL). Selects instead of sorting: linear in the number of values, on average.
 */
public final class Order {
    /** Below this, sorting by insertion is quicker than to go on dividing. */
    private static final int FEW = 12;

    private Order() {}

    /** The value in the middle, of at least one. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * The value that the given share of the others stay below.
     *
     * @param values at least one, none of them NaN; left as they are
     * @param share from 0 to 1
     */
    public static double quantile(double[] values, double share) {
        return select(values.clone(), share);
    }

    /** As {@link #quantile}, at no cost of memory; leaves the values in another order. */
    static double select(double[] values, double share) {
        if (values.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a quantile takes a share from 0 to 1 of at least one value, not %s of %d"
                            .formatted(share, values.length));
        }
        double rank = share * (values.length - 1);
        int below = (int) rank;
        double lower = selectRank(values, below);
        double between = rank - below;
        return between == 0 ? lower : lower + between * (smallest(values, below + 1) - lower);
    }

    /** Hoare's selection: afterwards nothing before the rank is larger, and nothing after it is smaller. */
    private static double selectRank(double[] values, int rank) {
        int from = 0;
        int to = values.length - 1;
        while (to - from > FEW) {
            double pivot = middleOfThree(values[from], values[(from + to) >>> 1], values[to]);
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    swap(values, left++, right--);
                }
            }
            if (rank <= right) {
                to = right;
            } else if (rank >= left) {
                from = left;
            } else {
                return values[rank];
            }
        }
        sort(values, from, to);
        return values[rank];
    }

    private static double middleOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void sort(double[] values, int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            for (int j = i; j > from && values[j - 1] > values[j]; j--) {
                swap(values, j - 1, j);
            }
        }
    }

    private static double smallest(double[] values, int from) {
        double smallest = values[from];
        for (int i = from + 1; i < values.length; i++) {
            smallest = Math.min(smallest, values[i]);
        }
        return smallest;
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
