package io.tidemark.domain.correlation;

/**
 * Two operations whose timings move together, or against each other.
 *
 * @param one an operation
 * @param other another, which comes later in the alphabet
 * @param coefficient Pearson's: from −1 to 1
 * @param minutes how many minutes both were seen in
 */
public record Link(String one, String other, double coefficient, long minutes) {
    private static final double FULL_CONFIDENCE_MINUTES = 60;

    public Link {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException("\"%s\" must come before \"%s\"".formatted(one, other));
        }
        if (!(Math.abs(coefficient) <= 1)) {
            throw new IllegalArgumentException("coefficient %s must be from -1 to 1".formatted(coefficient));
        }
    }

    /** How far to trust it, from 0 to 1: the size of the coefficient, less when there is not an hour of it. */
    public double confidence() {
        return Math.min(Math.abs(coefficient), minutes / FULL_CONFIDENCE_MINUTES);
    }
}
