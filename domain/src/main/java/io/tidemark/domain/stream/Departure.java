package io.tidemark.domain.stream;

import static java.util.Objects.requireNonNull;

/**
 * How a value departs from what was expected.
 *
 * @param signal what it was compared with
 * @param surprise −log₁₀ of the probability that some value of a block of {@value Tail#BLOCK} goes as far: 3 is one block in a
 *     thousand
 * @param low from here
 * @param high to here nothing would have been told
 * @param centre where the value was expected; for {@link Signal#RANGE}, the median of the last values
 * @param spread how far from there values are on average
 * @param samples how many values that rests on
 */
public record Departure(
        Signal signal, double surprise, double low, double high, double centre, double spread, long samples) {
    public Departure {
        requireNonNull(signal, "signal");
    }

    /** Whether it was above what was expected. */
    public boolean isAbove(double value) {
        return value > centre;
    }
}
