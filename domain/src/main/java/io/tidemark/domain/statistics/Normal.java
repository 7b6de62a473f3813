package io.tidemark.domain.statistics;

/** The standard normal distribution. Relative error of the tails below 1e-13 (cdf) and 1e-9 (quantile). */
public final class Normal {
    private static final double DENSITY_AT_ZERO = 0.3989422804014327;

    /** From here on the continued fraction converges quickly; below it the series does. */
    private static final double FRACTION_FROM = 3;

    private static final int DEPTH = 200;

    private Normal() {}

    /** How likely a value is to be at most {@code z}. */
    public static double cdf(double z) {
        return upperTail(-z);
    }

    /** How likely a value is to be above {@code z}: exact far out, too, where 1 − cdf would be 0. */
    public static double upperTail(double z) {
        if (z < 0) {
            return 1 - upperTail(-z);
        }
        return z < FRACTION_FROM ? 0.5 - density(z) * series(z) : density(z) / fraction(z);
    }

    /**
     * The value that a share of all values stay below: infinite at 0 and 1.
     *
     * @throws IllegalArgumentException unless the share is from 0 to 1
     */
    public static double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share %s must be from 0 to 1".formatted(share));
        }
        if (share > 0.5) {
            return -lowerQuantile(1 - share);
        }
        return lowerQuantile(share);
    }

    /** Newton's steps, each with Halley's correction, from a start that Hastings gave (Abramowitz and Stegun 26.2.23). */
    private static double lowerQuantile(double share) {
        if (share == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double t = Math.sqrt(-2 * Math.log(share));
        double z =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < 3; i++) {
            double step = (upperTail(-z) - share) / density(z);
            z -= step / (1 + z * step / 2);
        }
        return z;
    }

    private static double density(double z) {
        return DENSITY_AT_ZERO * Math.exp(-z * z / 2);
    }

    /** Φ(z) − ½ in units of the density: z + z³/3 + z⁵/(3·5) + … (Marsaglia 2004). */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int i = 3; term > sum * 1e-17; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return sum;
    }

    /** Laplace's continued fraction z + 1/(z + 2/(z + 3/(z + …))). */
    private static double fraction(double z) {
        double value = z;
        for (int i = DEPTH; i > 0; i--) {
            value = z + i / value;
        }
        return value;
    }
}
