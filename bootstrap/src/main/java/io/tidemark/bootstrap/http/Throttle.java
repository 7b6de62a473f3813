package io.tidemark.bootstrap.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets everybody go on at a rate, with a minute's worth at once. Of the callers it remembers those who came last: who is
 * forgotten starts anew. Safe for several threads.
 */
final class Throttle {
    static final int MOST_CALLERS = 10_000;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long interval;
    private final LongSupplier nanos;
    /** When each caller has all of its minute again. */
    private final Map<String, Long> restored = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /** @param perMinute how much each caller may; 0 for any number */
    Throttle(int perMinute, LongSupplier nanos) {
        this.interval = perMinute == 0 ? 0 : MINUTE / perMinute;
        this.nanos = nanos;
    }

    /** Counts one; or tells after how many whole seconds the caller may go on, and counts none. */
    synchronized Optional<Duration> take(String caller) {
        long now = nanos.getAsLong();
        long used = used(caller, now);
        if (used + interval > MINUTE) {
            return Optional.of(seconds(used + interval - MINUTE));
        }
        if (interval > 0) {
            restored.put(caller, now + used + interval);
        }
        return Optional.empty();
    }

    /** What {@link #take} would tell. */
    synchronized Optional<Duration> ask(String caller) {
        long over = used(caller, nanos.getAsLong()) + interval - MINUTE;
        return over > 0 ? Optional.of(seconds(over)) : Optional.empty();
    }

    private long used(String caller, long now) {
        return Math.max(0, restored.getOrDefault(caller, now) - now);
    }

    private static Duration seconds(long nanos) {
        return Duration.ofSeconds(Math.floorDiv(nanos - 1, Duration.ofSeconds(1).toNanos()) + 1);
    }

    @Override
    public synchronized String toString() {
        return "Throttle of %d callers".formatted(restored.size());
    }
}
