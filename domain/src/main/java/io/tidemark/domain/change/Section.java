package io.tidemark.domain.change;

/**
 * A stretch of values, and where it falls into two parts that differ most, by the energy statistic of Székely and Rizzo:
 * how far the values of the one are from those of the other, beyond how far they are from their own.
 *
 * @param from the first value
 * @param to the first value after it
 * @param split the first value of the second part
 * @param energy how much they differ: 0 when all values are equal
 */
record Section(int from, int to, int split, double energy) {
    /**
     * Finds the split of n values in O(n²) time and O(n) memory. The second part may end before the section does, so
     * that what comes later, perhaps at the first level again, hides nothing. Of equals the first counts.
     */
    static Section of(double[] values, int from, int to) {
        double[] head = withinHeads(values, from, to);
        double[] distances = new double[to - from];
        int split = from;
        double most = 0;
        for (int second = to - 1; second > from; second--) {
            double energy = bestEnding(values, from, second, head, distances);
            if (energy > 0 && energy >= most) {
                most = energy;
                split = second;
            }
        }
        return new Section(from, to, split, most);
    }

    boolean canSplit() {
        return energy > 0;
    }

    /** For each end, the sum of the distances of all pairs between {@code from} and there. */
    private static double[] withinHeads(double[] values, int from, int to) {
        double[] within = new double[to - from + 1];
        for (int end = from + 1; end < to; end++) {
            double sum = 0;
            for (int i = from; i < end; i++) {
                sum += Math.abs(values[i] - values[end]);
            }
            within[end - from + 1] = within[end - from] + sum;
        }
        return within;
    }

    /**
     * The most energy of the split before {@code second}, over all ends of the second part.
     *
     * @param distances of each value from those between {@code second} + 1 and itself; afterwards from {@code second} on
     */
    private static double bestEnding(double[] values, int from, int second, double[] head, double[] distances) {
        int first = second - from;
        double withinFirst = head[first];
        double withinSecond = 0;
        double most = 0;
        for (int size = 1; first + size <= distances.length; size++) {
            int last = first + size - 1;
            if (size > 1) {
                distances[last] += Math.abs(values[second] - values[from + last]);
                withinSecond += distances[last];
            }
            int both = first + size;
            double across = head[both] - withinFirst - withinSecond;
            double energy = 2.0 / both * across
                    - share(size, both, first) * withinFirst
                    - share(first, both, size) * withinSecond;
            most = Math.max(most, energy);
        }
        return most;
    }

    /** The weight of the distances within a part: 0 for a single value, which has none. */
    private static double share(int other, int both, int part) {
        return part == 1 ? 0 : 2.0 * other / ((double) both * (part - 1));
    }
}
