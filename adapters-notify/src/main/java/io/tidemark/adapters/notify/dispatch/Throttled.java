package io.tidemark.adapters.notify.dispatch;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.application.port.DestinationReports;
import io.tidemark.domain.notification.ProbePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The destinations that get one message at a time: those with a pace, those whose receivers asked for a pause, and those
 * that are down. Holds one entry for each destination at most.
 */
final class Throttled {
    /** Below, claiming one by one costs more than it spares. */
    private static final Duration LEAST_INTERVAL = Duration.ofMillis(2);

    private final Supplier<Map<String, Destination>> destinations;
    private final DestinationReports reports;
    private final ProbePolicy probes;
    private final LongSupplier nanos;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Down> down = new ConcurrentHashMap<>();

    Throttled(
            Supplier<Map<String, Destination>> destinations,
            DestinationReports reports,
            ProbePolicy probes,
            LongSupplier nanos) {
        this.destinations = destinations;
        this.reports = reports;
        this.probes = probes;
        this.nanos = nanos;
        reports.down().forEach(name -> down.put(name, new Down(0, nanos.getAsLong())));
    }

    /** How often in a row it failed, and until when it is left alone. */
    private record Down(int failures, long until) {}

    /** From one message to the next, for each of them. */
    Map<String, Duration> gaps() {
        Map<String, Duration> gaps = new HashMap<>();
        asked.forEach(name -> gaps.put(name, Duration.ZERO));
        down.keySet().forEach(name -> gaps.put(name, Duration.ZERO));
        for (String name : destinations.get().keySet()) {
            Duration gap = gap(name);
            if (!gap.isZero()) {
                gaps.put(name, gap);
            }
        }
        return gaps;
    }

    /** How long the destination rests after each message, for its pace alone. */
    Duration gap(String name) {
        Destination destination = destinations.get().get(name);
        Duration interval =
                destination == null ? Duration.ZERO : destination.pace().interval();
        return interval.compareTo(LEAST_INTERVAL) >= 0 ? interval : Duration.ZERO;
    }

    boolean takesDigests(String name) {
        Destination destination = destinations.get().get(name);
        return destination != null && destination.takesDigests();
    }

    /** Those that take nothing, as far as is known. */
    Set<String> down() {
        return Set.copyOf(down.keySet());
    }

    /** Its receiver asked for a pause. */
    void asked(String name) {
        asked.add(name);
    }

    /**
     * It takes nothing. Of several that were sent together, the first one counts.
     *
     * @param spread from 0 to 1
     * @return how long it is left alone from now
     */
    Duration down(String name, double spread) {
        long now = nanos.getAsLong();
        Down after = down.compute(name, (same, before) -> {
            if (before != null && before.until - now > 0) {
                return before;
            }
            int failures = before == null ? 0 : before.failures;
            return new Down(failures + 1, now + probes.pause(failures, spread).toNanos());
        });
        return Duration.ofNanos(after.until - now);
    }

    /** It has taken a message. */
    void works(String name, Instant at) {
        asked.remove(name);
        if (down.containsKey(name)) {
            reports.works(name, at);
            down.remove(name);
        }
    }
}
