package io.tidemark.domain.correlation;

import java.util.Arrays;

/**
 * What a series and each series of a block add up to in the steps that both have.
 *
 * @see Pearson
 */
final class Sums {
    final double[] products;
    final double[] steps;
    final double[] own;
    final double[] ownSquares;
    final double[] others;
    final double[] othersSquares;

    Sums(int width) {
        products = new double[width];
        steps = new double[width];
        own = new double[width];
        ownSquares = new double[width];
        others = new double[width];
        othersSquares = new double[width];
    }

    void clear() {
        for (double[] sums : new double[][] {products, steps, own, ownSquares, others, othersSquares}) {
            Arrays.fill(sums, 0);
        }
    }

    int width() {
        return products.length;
    }

    int steps(int column) {
        return (int) Math.round(steps[column]);
    }

    double product(int column) {
        return products[column];
    }

    /** The coefficient over common steps only; {@link Double#NaN} when too few digits are left to tell. */
    double gappy(int column, double cancelled) {
        double n = steps[column];
        double mine = ownSquares[column] - own[column] * own[column] / n;
        double theirs = othersSquares[column] - others[column] * others[column] / n;
        if (!(mine > cancelled * ownSquares[column]) || !(theirs > cancelled * othersSquares[column])) {
            return Double.NaN;
        }
        return (products[column] - own[column] * others[column] / n) / Math.sqrt(mine * theirs);
    }
}
