package io.tidemark.domain.stream.nab;

/**
 * The rows in which an anomaly counts as found.
 *
 * @param first the first row, from 0 on
 * @param last the last row, included
 */
record Window(int first, int last) {
    Window {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("rows %d to %d are no window".formatted(first, last));
        }
    }

    int rows() {
        return last - first + 1;
    }

    boolean contains(int row) {
        return row >= first && row <= last;
    }
}
