package io.tidemark.adapters.postgres;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The figures of several rounds, shown as their median and quartiles. */
final class Figures {
    private final double[] figures;
    private int rounds;

    Figures(int capacity) {
        figures = new double[capacity];
    }

    void add(double figure) {
        figures[rounds++] = figure;
    }

    /** Ours against a rival's, round by round. */
    Figures against(Figures rival) {
        Figures ratios = new Figures(rounds);
        IntStream.range(0, rounds).forEach(round -> ratios.add(figures[round] / rival.figures[round]));
        return ratios;
    }

    /** The figures from one round to before another. */
    Figures part(int from, int to) {
        Figures part = new Figures(to - from);
        Arrays.stream(figures, from, to).forEach(part::add);
        return part;
    }

    double median() {
        return at(0.50);
    }

    /** The figure at a quantile, from 0 to 1. */
    double at(double quantile) {
        return sorted()[(int) Math.round(quantile * (rounds - 1))];
    }

    String spread(String format) {
        double[] sorted = sorted();
        return String.format(
                format + " (" + format + " to " + format + ")",
                sorted[rounds / 2],
                sorted[rounds / 4],
                sorted[rounds * 3 / 4]);
    }

    private double[] sorted() {
        double[] sorted = Arrays.copyOf(figures, rounds);
        Arrays.sort(sorted);
        return sorted;
    }
}
