package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often a condition was seen while its alert lasted.
 *
 * @param occurrences how many times, at least once
 * @param firstSeen the first time
 * @param lastSeen the last time
 * @param latest the last few times, the oldest first; also those of the alert about the same condition before this one
 */
public record Recurrence(long occurrences, Instant firstSeen, Instant lastSeen, List<Instant> latest) {
    /** How many of the last times are kept. */
    public static final int MOST_LATEST = 10;

    public Recurrence {
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        latest = List.copyOf(latest);
        if (occurrences < 1) {
            throw new IllegalArgumentException("occurrences %d must be at least 1".formatted(occurrences));
        }
    }

    /** The first time, after others that belong to an alert that is over. */
    static Recurrence first(Instant at, List<Instant> before) {
        return new Recurrence(1, at, at, latest(before, at));
    }

    /** Seen again: a sighting that arrives late does not move the last one back. */
    Recurrence again(Instant at) {
        return new Recurrence(occurrences + 1, firstSeen, at.isAfter(lastSeen) ? at : lastSeen, latest(latest, at));
    }

    /** How many of the last times lie less than so long before the last one, itself included. */
    long within(Duration span) {
        Instant since = lastSeen.minus(span);
        return latest.stream().filter(since::isBefore).count();
    }

    private static List<Instant> latest(List<Instant> before, Instant at) {
        List<Instant> all =
                Stream.concat(before.stream(), Stream.of(at)).sorted().toList();
        return all.subList(Math.max(0, all.size() - MOST_LATEST), all.size());
    }
}
