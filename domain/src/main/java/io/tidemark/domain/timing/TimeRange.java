package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, half open: the start belongs to it, the end does not.
 *
 * @param from the first instant inside
 * @param to the first instant after it; later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "range from %s to %s is empty: from must be earlier".formatted(from, to));
        }
    }

    /** The stretch of the given length that ends at {@code to}. */
    public static TimeRange endingAt(Instant to, Duration length) {
        return new TimeRange(to.minus(length), to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
