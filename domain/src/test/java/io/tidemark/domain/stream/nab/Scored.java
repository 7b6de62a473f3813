package io.tidemark.domain.stream.nab;

import java.util.List;

/** A file of the corpus with its windows, in order, and the score that a detector gave each row. */
final class Scored {
    private final String group;
    private final String file;
    private final List<Window> windows;
    private final double[] scores;

    /**
     * @param group the folder
     * @param file the name of the file in it
     */
    Scored(String group, String file, List<Window> windows, double[] scores) {
        this.group = group;
        this.file = file;
        this.windows = List.copyOf(windows);
        this.scores = scores.clone();
    }

    String group() {
        return group;
    }

    String name() {
        return group + "/" + file;
    }

    List<Window> windows() {
        return windows;
    }

    int rows() {
        return scores.length;
    }

    double score(int row) {
        return scores[row];
    }

    /** Rows at the start that count for nothing. */
    int probation() {
        return (int) Math.min(0.15 * scores.length, 750);
    }

    /** What a row is worth when it is detected: up to 1 in a window, down to −1 outside. */
    double worth(int row) {
        Window before = null;
        for (Window window : windows) {
            if (window.contains(row)) {
                double position = -(window.last() - row + 1) / (double) window.rows();
                return sigmoid(position) / sigmoid(-1);
            }
            if (window.last() < row) {
                before = window;
            }
        }
        if (before == null) {
            return -1;
        }
        double position = (row - before.last()) / (double) (before.rows() - 1);
        return position > 3 ? -1 : sigmoid(position);
    }

    /** The number of the window that a row lies in, −1 outside. */
    int windowOf(int row) {
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).contains(row)) {
                return i;
            }
        }
        return -1;
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
