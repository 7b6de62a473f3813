package io.tidemark.domain.percentile;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * The exact figures of a {@link Sketch}: those that add up without loss.
 *
 * @param count how many values, at least one
 * @param sum their sum
 * @param sumOfSquares the sum of their squares
 * @param min the smallest
 * @param max the largest
 */
public record Totals(long count, long sum, BigInteger sumOfSquares, long min, long max) {
    public Totals {
        requireNonNull(sumOfSquares, "sumOfSquares");
        if (count <= 0 || min < 1 || min > max || sum < max || !squaresFit(count, sum, sumOfSquares, max)) {
            throw new IllegalArgumentException(
                    "totals do not fit together: count %d, sum %d, sum of squares %d, min %d, max %d"
                            .formatted(count, sum, sumOfSquares, min, max));
        }
    }

    /** Cauchy-Schwarz from below, else the variance would be negative; no square exceeds its value times the maximum. */
    private static boolean squaresFit(long count, long sum, BigInteger sumOfSquares, long max) {
        BigInteger total = BigInteger.valueOf(sum);
        return total.pow(2).compareTo(sumOfSquares.multiply(BigInteger.valueOf(count))) <= 0
                && sumOfSquares.compareTo(total.multiply(BigInteger.valueOf(max))) <= 0;
    }

    /** Mean and population standard deviation: exact, but for rounding. */
    public Distribution.Moments moments() {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger total = BigInteger.valueOf(sum);
        BigInteger scaledVariance = sumOfSquares.multiply(n).subtract(total.multiply(total));
        return new Distribution.Moments((double) sum / count, Math.sqrt(scaledVariance.doubleValue()) / count);
    }
}
