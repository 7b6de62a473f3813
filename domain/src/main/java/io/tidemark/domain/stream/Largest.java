package io.tidemark.domain.stream;

import java.util.Arrays;

/** The largest of some numbers, in ascending order. */
final class Largest {
    private final double[] values;
    private int size;

    Largest(int most) {
        values = new double[most];
    }

    /** Whether it belonged to the largest, and was taken. */
    boolean add(double value) {
        if (size < values.length) {
            int at = size++;
            while (at > 0 && values[at - 1] > value) {
                values[at] = values[--at];
            }
            values[at] = value;
            return true;
        }
        if (value <= values[0]) {
            return false;
        }
        int at = 0;
        while (at + 1 < size && values[at + 1] < value) {
            values[at] = values[++at];
        }
        values[at] = value;
        return true;
    }

    void addAll(Largest others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The one that has a rank: 1 is the largest. */
    double ranked(int rank) {
        return values[size - rank];
    }

    @Override
    public String toString() {
        return "Largest" + Arrays.toString(Arrays.copyOf(values, size));
    }
}
