package io.tidemark.domain.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.statistics.StudentT;

/**
 * Where the level of a series changes.
 *
 * @param index the first value of the new level
 * @param before the level since the change point before, or since the start
 * @param after the level up to the next change point, or to the end; shorter where what followed turned out to be none
 * @param pValue how likely such a difference is when there is none, by Student's t-test on both levels
 */
public record ChangePoint(int index, Level before, Level after, double pValue) {
    public ChangePoint {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** That between two neighbouring stretches: from one index to before the second, and from there to before the third. */
    static ChangePoint between(double[] values, int from, int index, int to) {
        Level before = Level.of(values, from, index);
        Level after = Level.of(values, index, to);
        return new ChangePoint(index, before, after, pValue(before, after));
    }

    /** By what share of the level before the level after is higher or, negative, lower: 0 if it was 0 before. */
    public double relativeChange() {
        return ratio(after, before);
    }

    /** The change as a share of the one or of the other level, whichever is larger. */
    public double magnitude() {
        return Math.max(Math.abs(relativeChange()), Math.abs(ratio(before, after)));
    }

    private static double ratio(Level one, Level other) {
        return other.mean() == 0 ? 0 : one.mean() / other.mean() - 1;
    }

    /**
     * Student's test with one common variance. It takes the deviations as they are, divided by n, for those divided by
     * n − 1, which finds slightly more: as Otava does, whose results these are held against.
     */
    private static double pValue(Level one, Level other) {
        int degrees = one.samples() + other.samples() - 2;
        double difference = one.mean() - other.mean();
        if (degrees < 1 || difference == 0) {
            return 1;
        }
        double squares = (one.samples() - 1) * one.deviation() * one.deviation()
                + (other.samples() - 1) * other.deviation() * other.deviation();
        double error = Math.sqrt(squares / degrees * (1.0 / one.samples() + 1.0 / other.samples()));
        return StudentT.twoSided(difference / error, degrees);
    }
}
