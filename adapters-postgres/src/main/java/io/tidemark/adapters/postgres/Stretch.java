package io.tidemark.adapters.postgres;

import java.time.Instant;

/**
 * A part of a range, half open; it may be empty.
 *
 * @param from the first instant inside
 * @param to the first instant after it; not before {@code from}
 */
record Stretch(Instant from, Instant to) {
    Stretch {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("stretch ends at %s before it begins at %s".formatted(to, from));
        }
    }

    /** What whole minutes, hours or days lie in it: empty, at its start, when there are none. */
    Stretch whole(Level level) {
        return orEmpty(level.ceiling(from), level.floor(to));
    }

    /** What lies before an instant: empty, at its start, when all of it lies after. */
    Stretch before(Instant end) {
        return orEmpty(from, end.isBefore(to) ? end : to);
    }

    private Stretch orEmpty(Instant start, Instant end) {
        return start.isBefore(end) ? new Stretch(start, end) : new Stretch(from, from);
    }
}
