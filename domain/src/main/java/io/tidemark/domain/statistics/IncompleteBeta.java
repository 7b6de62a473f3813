package io.tidemark.domain.statistics;

/**
 * The regularised incomplete beta function I_x(a, b). Relative error below 1e-11 for parameters up to 10,000, far out in
 * the tail, too.
 */
final class IncompleteBeta {
    private static final int DEPTH = 10_000;
    private static final double ENOUGH = 1e-16;

    /** Stands for 0 where it would be divided by. */
    private static final double TINY = 1e-300;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private IncompleteBeta() {}

    /**
     * I_x(a, b).
     *
     * @param x from 0 to 1
     * @param rest 1 − x, given apart because the subtraction would lose what matters near 1
     */
    static double regularised(double x, double rest, double a, double b) {
        if (x <= 0 || rest <= 0) {
            return x <= 0 ? 0 : 1;
        }
        // On this side of the mean the fraction converges quickly, on the other that of the mirror image does.
        return x < (a + 1) / (a + b + 2)
                ? front(x, rest, a, b) * fraction(x, a, b) / a
                : 1 - front(rest, x, b, a) * fraction(rest, b, a) / b;
    }

    private static double front(double x, double rest, double a, double b) {
        return Math.exp(a * Math.log(x) + b * Math.log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b));
    }

    /** The continued fraction of Abramowitz and Stegun 26.5.8, from the front as Lentz does. */
    private static double fraction(double x, double a, double b) {
        double numerator = 1;
        double denominator = 1 / away(1 - (a + b) * x / (a + 1));
        double value = denominator;
        for (int m = 1; m <= DEPTH; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            denominator = 1 / away(1 + even * denominator);
            numerator = away(1 + even / numerator);
            value *= denominator * numerator;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            denominator = 1 / away(1 + odd * denominator);
            numerator = away(1 + odd / numerator);
            double step = denominator * numerator;
            value *= step;
            if (Math.abs(step - 1) < ENOUGH) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series (Abramowitz and Stegun 6.1.41), from where eight of its terms are exact; recurrence below. */
    private static double logGamma(double z) {
        double shift = 1;
        double from = z;
        while (from < 12) {
            shift *= from++;
        }
        double square = from * from;
        double series = 1.0 / 12
                - (1.0 / 360
                                - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / square) / square) / square)
                                        / square)
                        / square;
        return (from - 0.5) * Math.log(from) - from + HALF_LOG_TWO_PI + series / from - Math.log(shift);
    }
}
