package io.tidemark.domain.correlation;

/**
 * How alike two operations are, whether or not that means anything.
 *
 * @param coefficient Pearson's, from −1 to 1; {@link Double#NaN} when there is none, as both were seen in too few minutes or
 *     one of them never changed
 * @param pValue how likely so large a coefficient is when the two have nothing to do with each other; 1 when there is none
 * @param minutes how many minutes both were seen in
 */
public record Affinity(double coefficient, double pValue, long minutes) {
    static final Affinity UNKNOWN = new Affinity(Double.NaN, 1, 0);

    public Affinity {
        if (Math.abs(coefficient) > 1 || !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException(
                    "coefficient %s must be from -1 to 1, and p %s from 0 to 1".formatted(coefficient, pValue));
        }
    }

    public boolean isKnown() {
        return !Double.isNaN(coefficient);
    }
}
