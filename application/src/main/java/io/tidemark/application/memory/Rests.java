package io.tidemark.application.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Until when destinations are left alone. Holds those that still rest. */
final class Rests {
    private final Map<String, Instant> until = new HashMap<>();

    boolean rests(String destination, Instant now) {
        return until(destination, now).isAfter(now);
    }

    /** When a destination may be sent to: now, when it does not rest. */
    Instant until(String destination, Instant now) {
        Instant end = until.getOrDefault(destination, now);
        return end.isAfter(now) ? end : now;
    }

    /** Who rests, and until when. */
    Map<String, Instant> standing(Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
        return Map.copyOf(until);
    }

    void wake(String destination) {
        until.remove(destination);
    }

    /** Rests that end sooner count for nothing. */
    void rest(String destination, Duration length, Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
        if (!length.isZero()) {
            until.merge(destination, now.plus(length), (one, other) -> one.isAfter(other) ? one : other);
        }
    }
}
