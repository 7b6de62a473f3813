package io.tidemark.domain.percentile;

/**
 * How often something happens in a number of trials that succeed with the same probability: the shares around the most
 * likely number, as far as they are not negligible. Exact but for rounding, also where the number of trials is huge.
 */
final class Binomial {
    /** Further out than this many deviations, and some more where the deviation is small, nothing is left to count. */
    private static final int REACH_IN_DEVIATIONS = 12;

    private static final int LEAST_REACH = 60;

    private final long first;
    private final double[] shares;

    private Binomial(long first, double[] shares) {
        this.first = first;
        this.shares = shares;
    }

    static Binomial of(long trials, double probability) {
        long mode = Math.min(trials, (long) ((trials + 1) * probability));
        long reach = LEAST_REACH + (long) (REACH_IN_DEVIATIONS * Math.sqrt(trials * probability * (1 - probability)));
        long first = Math.max(0, mode - reach);
        double[] weights = new double[(int) (Math.min(trials, mode + reach) - first) + 1];
        double odds = probability / (1 - probability);
        int middle = (int) (mode - first);
        weights[middle] = 1;
        for (int i = middle; i > 0; i--) {
            weights[i - 1] = weights[i] * (first + i) / ((trials - first - i + 1) * odds);
        }
        for (int i = middle; i < weights.length - 1; i++) {
            weights[i + 1] = weights[i] * (trials - first - i) * odds / (first + i + 1);
        }
        return new Binomial(first, shares(weights));
    }

    /** The largest number such that fewer than it happen with at most this probability; 0 when even none is likelier. */
    long lowest(double tail) {
        double below = 0;
        int i = 0;
        while (i < shares.length && below + shares[i] <= tail) {
            below += shares[i++];
        }
        return first + i;
    }

    /** The smallest number such that it or more happen with at most this probability; one beyond all trials at most. */
    long highest(double tail) {
        double above = 0;
        int i = shares.length;
        while (i > 0 && above + shares[i - 1] <= tail) {
            above += shares[--i];
        }
        return first + i;
    }

    private static double[] shares(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = weights[i] / sum;
        }
        return shares;
    }
}
