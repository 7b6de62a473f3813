package io.tidemark.domain.statistics;

/** How likely it is that something happens by chance as often as it did. */
public final class Chance {
    private Chance() {}

    /**
     * How likely at least so many of a number of trials succeed, when each does with the same probability: the upper tail
     * of the binomial distribution, as an incomplete beta function (Abramowitz and Stegun 26.5.24).
     *
     * @throws IllegalArgumentException unless the probability is from 0 to 1
     */
    public static double atLeast(long successes, long trials, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability %s must be from 0 to 1".formatted(probability));
        }
        if (successes <= 0) {
            return 1;
        }
        return successes > trials
                ? 0
                : IncompleteBeta.regularised(
                        probability, 1 - probability, (double) successes, (double) (trials - successes + 1));
    }
}
