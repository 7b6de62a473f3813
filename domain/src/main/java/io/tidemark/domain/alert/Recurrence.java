package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a condition was seen while its alert lasted.
 *
 * @param occurrences how many times, at least once
 * @param firstSeen the first time
 * @param lastSeen the last time
 * @param lastTold when somebody was last told, or null when nobody was
 */
public record Recurrence(
        long occurrences,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant lastTold) {
    public Recurrence {
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        if (occurrences < 1) {
            throw new IllegalArgumentException("occurrences %d must be at least 1".formatted(occurrences));
        }
    }

    static Recurrence first(Instant at) {
        return new Recurrence(1, at, at, null);
    }

    /** Seen again: a sighting that arrives late does not move the last one back. */
    Recurrence again(Instant at) {
        return new Recurrence(occurrences + 1, firstSeen, at.isAfter(lastSeen) ? at : lastSeen, lastTold);
    }

    /** Told: a clock that is set back does not move the last time back. */
    Recurrence told(Instant at) {
        boolean later = lastTold == null || at.isAfter(lastTold);
        return new Recurrence(occurrences, firstSeen, lastSeen, later ? at : lastTold);
    }
}
