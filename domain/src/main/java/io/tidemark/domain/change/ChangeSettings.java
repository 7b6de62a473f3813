package io.tidemark.domain.change;

/**
 * How sure a change of level must be, and how large.
 *
 * @param window how many values are searched at a time, at least 2; they overlap by half
 * @param maxP how likely the difference of two levels may be by chance, from 0 to 1; values below it count
 * @param minMagnitude by what share of the smaller level the other must at least be larger
 */
public record ChangeSettings(int window, double maxP, double minMagnitude) {
    public static final ChangeSettings DEFAULT = new ChangeSettings(30, 0.01, 0.05);

    public ChangeSettings {
        if (window < 2) {
            throw new IllegalArgumentException("window %d must be at least 2 values".formatted(window));
        }
        if (!(maxP > 0 && maxP <= 1)) {
            throw new IllegalArgumentException("max-p %s must be above 0 and at most 1, such as 0.01".formatted(maxP));
        }
        if (!(minMagnitude >= 0 && minMagnitude < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "min-magnitude %s must be 0 or more, such as 0.05 for 5 %%".formatted(minMagnitude));
        }
    }

    /** What is let through at first: a point may prove itself when its neighbours are gone. */
    double candidateP() {
        if (maxP < 0.05) {
            return maxP * 10;
        }
        return maxP < 0.5 ? maxP * 2 : maxP;
    }
}
