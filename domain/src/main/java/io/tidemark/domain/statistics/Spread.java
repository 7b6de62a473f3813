package io.tidemark.domain.statistics;

/**
 * Where numbers lie and how far apart, unmoved by up to half of them being wild.
 *
 * @param median the value in the middle
 * @param mad the median of the distances from it
 */
public record Spread(double median, double mad) {
    /** Makes the MAD of normal values their standard deviation: 1 ÷ Φ⁻¹(¾). */
    private static final double SIGMAS_PER_MAD = 1.482602218505602;

    /** That of at least one value, none of them NaN; they are left as they are. */
    public static Spread of(double[] values) {
        double[] work = values.clone();
        double median = Order.select(work, 0.5);
        for (int i = 0; i < work.length; i++) {
            work[i] = Math.abs(work[i] - median);
        }
        return new Spread(median, Order.select(work, 0.5));
    }

    /** What the standard deviation would be if the values were normal, but for the wild ones. */
    public double sigma() {
        return SIGMAS_PER_MAD * mad;
    }
}
