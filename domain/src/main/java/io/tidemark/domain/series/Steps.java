package io.tidemark.domain.series;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The equal steps that a range of time touches, so that everything that is read by them is aligned.
 *
 * @param start the start of the first: a multiple of the length since 1970 (UTC)
 * @param length how long each is
 * @param count how many there are
 */
public record Steps(Instant start, Duration length, int count) {
    /** More than two months by the minute, or 110 years by the hour. */
    public static final int MOST = 1_000_000;

    public Steps {
        requireNonNull(start, "start");
        requireNonNull(length, "length");
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("%d steps of %s must be from 1 to %d".formatted(count, length, MOST));
        }
    }

    /**
     * The steps that have an instant of the range.
     *
     * @param length whole seconds, at least one
     * @throws IllegalArgumentException when the length is not, or there are more than {@link #MOST}
     */
    public static Steps touching(TimeRange range, Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 1 || !length.equals(Duration.ofSeconds(seconds))) {
            throw new IllegalArgumentException("step %s must be whole seconds, at least one".formatted(length));
        }
        long first = Math.floorDiv(range.from().getEpochSecond(), seconds);
        long last = Math.floorDiv(range.to().minusNanos(1).getEpochSecond(), seconds);
        if (last - first >= MOST) {
            throw new IllegalArgumentException(
                    "range from %s to %s has %d steps of %s: at most %d can be read, take longer steps or a shorter range"
                            .formatted(range.from(), range.to(), last - first + 1, length, MOST));
        }
        return new Steps(Instant.ofEpochSecond(first * seconds), length, (int) (last - first + 1));
    }

    /** Which of the steps an instant lies in: 0 is the first. */
    public int place(Instant instant) {
        return (int) Math.floorDiv(instant.getEpochSecond() - start.getEpochSecond(), length.toSeconds());
    }

    /** For a value of each step: none yet. */
    public double[] missing() {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The series of a value for each step. */
    public Series series(double[] values) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    "%d values are not one for each of %d steps".formatted(values.length, count));
        }
        return Series.of(start, length, values);
    }
}
