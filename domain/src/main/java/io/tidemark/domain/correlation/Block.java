package io.tidemark.domain.correlation;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Some series side by side, by the step: so that a processor multiplies a step of one series with that of many others in
 * one instruction.
 *
 * @see Pearson
 */
final class Block {
    /** Of 1,440 steps, 64 columns fit into the second level of a cache; more or fewer were slower. */
    static final int MOST = 64;

    private static final double[] NOTHING = {};

    private final int width;
    private final boolean gaps;
    private final double[] values;
    private final double[] seen;
    private final double[] squares;

    Block(UnitSeries[] columns) {
        width = columns.length;
        gaps = Arrays.stream(columns).anyMatch(UnitSeries::hasGaps);
        values = sideBySide(columns, UnitSeries::values);
        seen = gaps ? sideBySide(columns, UnitSeries::seen) : NOTHING;
        squares = gaps ? sideBySide(columns, UnitSeries::squares) : NOTHING;
    }

    int width() {
        return width;
    }

    boolean hasGaps() {
        return gaps;
    }

    /** Adds up two series with each of the block: their products only, unless the block has gaps. */
    void sums(UnitSeries one, UnitSeries other, Sums ofOne, Sums ofOther) {
        ofOne.clear();
        ofOther.clear();
        multiply(values, one.values(), other.values(), ofOne.products, ofOther.products);
        if (gaps) {
            multiply(seen, one.seen(), other.seen(), ofOne.steps, ofOther.steps);
            multiply(seen, one.values(), other.values(), ofOne.own, ofOther.own);
            multiply(seen, one.squares(), other.squares(), ofOne.ownSquares, ofOther.ownSquares);
            multiply(values, one.seen(), other.seen(), ofOne.others, ofOther.others);
            multiply(squares, one.seen(), other.seen(), ofOne.othersSquares, ofOther.othersSquares);
        }
    }

    /** Two rows and four steps at a time: then the processor multiplies more than it fetches and stores. */
    private void multiply(double[] columns, double[] one, double[] other, double[] ofOne, double[] ofOther) {
        int step = 0;
        for (; step + 4 <= one.length; step += 4) {
            double one0 = one[step];
            double one1 = one[step + 1];
            double one2 = one[step + 2];
            double one3 = one[step + 3];
            double other0 = other[step];
            double other1 = other[step + 1];
            double other2 = other[step + 2];
            double other3 = other[step + 3];
            int at0 = step * width;
            int at1 = at0 + width;
            int at2 = at1 + width;
            int at3 = at2 + width;
            for (int i = 0; i < width; i++) {
                ofOne[i] += one0 * columns[at0 + i]
                        + one1 * columns[at1 + i]
                        + one2 * columns[at2 + i]
                        + one3 * columns[at3 + i];
                ofOther[i] += other0 * columns[at0 + i]
                        + other1 * columns[at1 + i]
                        + other2 * columns[at2 + i]
                        + other3 * columns[at3 + i];
            }
        }
        for (; step < one.length; step++) {
            for (int i = 0; i < width; i++) {
                ofOne[i] += one[step] * columns[step * width + i];
                ofOther[i] += other[step] * columns[step * width + i];
            }
        }
    }

    private double[] sideBySide(UnitSeries[] columns, Function<UnitSeries, double[]> what) {
        double[][] rows = Arrays.stream(columns).map(what).toArray(double[][]::new);
        int steps = rows[0].length;
        double[] all = new double[steps * width];
        for (int i = 0; i < width; i++) {
            for (int step = 0; step < steps; step++) {
                all[step * width + i] = rows[i][step];
            }
        }
        return all;
    }
}
