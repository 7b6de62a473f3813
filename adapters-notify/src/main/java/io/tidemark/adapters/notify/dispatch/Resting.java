package io.tidemark.adapters.notify.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The destinations that are left alone for a while: their receiver asked for it, or the host keeps to a pace. Holds one
 * entry for each configured destination at most.
 */
final class Resting {
    private final Map<String, Long> until = new ConcurrentHashMap<>();
    private final Alarm alarm;
    private final LongSupplier nanos;

    /** @param alarm goes off when a rest is over */
    Resting(Alarm alarm, LongSupplier nanos) {
        this.alarm = alarm;
        this.nanos = nanos;
    }

    /** Leaves a destination alone from now on; a longer rest that runs already stays. */
    void rest(String destination, Duration pause) {
        long end = nanos.getAsLong() + pause.toNanos();
        until.merge(destination, end, (before, now) -> now - before > 0 ? now : before);
        alarm.in(pause);
    }

    boolean rests(String destination) {
        Long end = until.get(destination);
        return end != null && end - nanos.getAsLong() > 0;
    }

    /** Who rests now. */
    Set<String> names() {
        long now = nanos.getAsLong();
        until.values().removeIf(end -> end - now <= 0);
        return Set.copyOf(until.keySet());
    }

    /** How long until the first of them has rested, or the given time when that is shorter or nobody rests. */
    Duration untilFirstEnds(Duration most) {
        long now = nanos.getAsLong();
        long first = until.values().stream()
                .mapToLong(end -> Math.max(0, end - now))
                .min()
                .orElse(Long.MAX_VALUE);
        return first < most.toNanos() ? Duration.ofNanos(first) : most;
    }
}
