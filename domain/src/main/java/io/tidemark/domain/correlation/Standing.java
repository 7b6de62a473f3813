package io.tidemark.domain.correlation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How an operation does of late, against what is normal for it.
 *
 * @param normal what is normal at this time of the day
 * @param steps how many steps of late have a value
 * @param rise by how much it is above normal of late, apart from its rhythm and from single slow timings: a natural
 *     logarithm
 * @param recent the last values in microseconds, the oldest first
 */
public record Standing(Normal normal, int steps, double rise, List<Double> recent) {
    /** Of an operation that was not seen of late. */
    static final Standing UNKNOWN = new Standing(new Normal(Double.NaN, Double.NaN, 0), 0, Double.NaN, List.of());

    /** With fewer steps there is no telling. */
    private static final int FEWEST_STEPS = 3;

    /** Less than a fifth above normal is nothing that anybody feels. */
    private static final double LEAST_RISE = Math.log(1.2);

    private static final double SPREADS = 2;

    public Standing {
        requireNonNull(normal, "normal");
        recent = List.copyOf(recent);
    }

    /**
     * What is normal for an operation.
     *
     * @param micros how long it takes
     * @param spread the standard deviation of its natural logarithm, but for wild values
     * @param samples how many steps tell so
     */
    public record Normal(double micros, double spread, long samples) {
        /** The rise from which on it is not normal: a fifth, or, if that is more, twice the spread. */
        double limit() {
            return Math.max(LEAST_RISE, SPREADS * spread);
        }

        public double lowMicros() {
            return micros * Math.exp(-limit());
        }

        public double highMicros() {
            return micros * Math.exp(limit());
        }
    }

    /** Whether it is above what is normal. */
    public boolean isDegrading() {
        return steps >= FEWEST_STEPS && rise >= normal.limit();
    }

    /** How many times as long as normal it takes. */
    public double factor() {
        return Math.exp(rise);
    }

    /** How long it takes of late. */
    public double recentMicros() {
        return normal.micros() * factor();
    }
}
