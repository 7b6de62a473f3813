package io.tidemark.domain.correlation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pearson's coefficient of all pairs of series of one length, each over the steps that both have. Exact whatever is
 * missing; 500,000 pairs of 1,440 steps without gaps take some 100 ms, with gaps five times as long.
 *
 * <p>Series are brought to mean 0 and length 1 first, so that the coefficient of two without gaps is the sum of their
 * products, and all of them are a product of matrices, which is worked out in blocks that stay in the cache. Gaps count
 * as 0 there; what that distorts is put right with further such products, of what was seen and of the squares.
 */
public final class Pearson {
    /** With fewer steps in common there is no verdict. */
    public static final int FEWEST_STEPS = 10;

    /** Below this share of the squares, a sum of squares less that of the mean has lost too many digits. */
    private static final double CANCELLED = 1e-7;

    private final List<double[]> series;
    private final UnitSeries[] units;
    private final Visitor visitor;

    private Pearson(List<double[]> series, Visitor visitor) {
        this.series = series;
        this.visitor = visitor;
        // Those without gaps come first, so that they meet in blocks of their own.
        units = IntStream.range(0, series.size())
                .mapToObj(index -> UnitSeries.of(index, series.get(index)))
                .sorted(Comparator.comparing(UnitSeries::hasGaps))
                .toArray(UnitSeries[]::new);
    }

    /** Is shown every pair. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes a pair.
         *
         * @param one the place of a series
         * @param other that of another, which comes later
         * @param coefficient from −1 to 1, or {@link Double#NaN} when there is none: the two have fewer than {@link
         *     #FEWEST_STEPS} steps in common, or one of them never changes in those
         * @param steps how many steps both have
         */
        void see(int one, int other, double coefficient, int steps);
    }

    /**
     * Shows every pair once, in no particular order.
     *
     * @param series of one length, {@link Double#NaN} where nothing was seen
     * @throws IllegalArgumentException when the lengths differ
     */
    public static void ofAllPairs(List<double[]> series, Visitor visitor) {
        if (series.stream().mapToInt(values -> values.length).distinct().count() > 1) {
            throw new IllegalArgumentException("series of %s steps must have the same length"
                    .formatted(Arrays.toString(series.stream()
                            .mapToInt(values -> values.length)
                            .distinct()
                            .toArray())));
        }
        new Pearson(series, visitor).run();
    }

    private void run() {
        for (int from = 0; from < units.length; from += Block.MOST) {
            int to = Math.min(from + Block.MOST, units.length);
            Block block = new Block(Arrays.copyOfRange(units, from, to));
            Sums one = new Sums(block.width());
            Sums other = new Sums(block.width());
            for (int row = 0; row < to; row += 2) {
                block.sums(units[row], units[Math.min(row + 1, to - 1)], one, other);
                visit(row, from, one, block.hasGaps());
                if (row + 1 < to) {
                    visit(row + 1, from, other, block.hasGaps());
                }
            }
        }
    }

    private void visit(int row, int firstColumn, Sums sums, boolean gaps) {
        for (int column = Math.max(0, row + 1 - firstColumn); column < sums.width(); column++) {
            UnitSeries one = units[row];
            UnitSeries other = units[firstColumn + column];
            int steps = gaps ? sums.steps(column) : one.present();
            double coefficient =
                    coefficient(one, other, steps, gaps ? sums.gappy(column, CANCELLED) : sums.product(column));
            visitor.see(Math.min(one.index(), other.index()), Math.max(one.index(), other.index()), coefficient, steps);
        }
    }

    private double coefficient(UnitSeries one, UnitSeries other, int steps, double found) {
        if (steps < FEWEST_STEPS || one.isConstant() || other.isConstant()) {
            return Double.NaN;
        }
        double coefficient = Double.isNaN(found) ? of(series.get(one.index()), series.get(other.index())) : found;
        return Math.max(-1, Math.min(1, coefficient));
    }

    /** The coefficient of one pair, by the definition: {@link Double#NaN} when one never changes while both are there. */
    private static double of(double[] one, double[] other) {
        int[] common = IntStream.range(0, one.length)
                .filter(i -> !Double.isNaN(one[i]) && !Double.isNaN(other[i]))
                .toArray();
        double[] x =
                UnitSeries.unit(Arrays.stream(common).mapToDouble(i -> one[i]).toArray());
        double[] y =
                UnitSeries.unit(Arrays.stream(common).mapToDouble(i -> other[i]).toArray());
        return IntStream.range(0, common.length).mapToDouble(i -> x[i] * y[i]).sum();
    }
}
