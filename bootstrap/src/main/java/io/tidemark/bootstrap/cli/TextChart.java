package io.tidemark.bootstrap.cli;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Values over time as one line of blocks, from the lowest to the highest, with a space where nothing was seen. Where
 * there are more values than columns, each column shows the highest of its values, so that no peak is lost.
 */
final class TextChart {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private final int size;
    private final double[] shown;

    /** @param values NaN where nothing was seen */
    TextChart(double[] values, int width) {
        size = values.length;
        shown = new double[Math.min(width, size)];
        Arrays.fill(shown, Double.NaN);
        for (int index = 0; index < size; index++) {
            int column = column(index);
            if (Double.isNaN(shown[column]) || values[index] > shown[column]) {
                shown[column] = values[index];
            }
        }
    }

    String line() {
        var seen = Arrays.stream(shown).filter(Double::isFinite).summaryStatistics();
        return each(column -> block(shown[column], seen.getMin(), seen.getMax()));
    }

    /** A line to stand below, with {@code ^} under the given values. */
    String marks(Iterable<Integer> indexes) {
        var marks = new boolean[shown.length];
        indexes.forEach(index -> marks[column(index)] = true);
        return each(column -> marks[column] ? '^' : ' ').stripTrailing();
    }

    /** A line to stand below, with {@code +} under what is above the band and {@code -} under what is below it. */
    String outside(double low, double high) {
        return each(column -> shown[column] > high ? '+' : shown[column] < low ? '-' : ' ')
                .stripTrailing();
    }

    private int column(int index) {
        return (int) ((long) index * shown.length / size);
    }

    private static char block(double value, double lowest, double highest) {
        if (!Double.isFinite(value)) {
            return ' ';
        }
        // Halves keep the difference of giant values finite.
        double range = highest / 2 - lowest / 2;
        double share = range > 0 ? (value / 2 - lowest / 2) / range : 0;
        return BLOCKS.charAt((int) Math.min(BLOCKS.length() - 1, share * BLOCKS.length()));
    }

    private String each(IntUnaryOperator character) {
        var line = new StringBuilder();
        for (int column = 0; column < shown.length; column++) {
            line.append((char) character.applyAsInt(column));
        }
        return line.toString();
    }
}
