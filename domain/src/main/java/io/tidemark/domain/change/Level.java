package io.tidemark.domain.change;

/**
 * The level of a stretch of values.
 *
 * @param mean where it lies
 * @param deviation the standard deviation, divided by the number of values
 * @param samples how many values
 */
public record Level(double mean, double deviation, int samples) {
    public Level {
        if (!Double.isFinite(mean) || !(deviation >= 0) || samples < 1) {
            throw new IllegalArgumentException("a level needs a finite mean, a deviation and samples, not %s, %s and %d"
                    .formatted(mean, deviation, samples));
        }
    }

    static Level of(double[] values) {
        return of(values, 0, values.length);
    }

    /** That of the values from one index to before another. */
    static Level of(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return new Level(mean, Math.sqrt(squares / (to - from)), to - from);
    }

    /** The same level of values that are 2 to the given power times as large. */
    Level scaled(int power) {
        return new Level(Math.scalb(mean, power), Math.scalb(deviation, power), samples);
    }
}
