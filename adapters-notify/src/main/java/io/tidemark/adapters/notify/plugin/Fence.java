package io.tidemark.adapters.notify.plugin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps the calls of a destination that ran out of time and have not come back. It stands while there is one, and falls
 * by itself when the last one is back. It holds no more calls than the destination may have in parallel.
 */
final class Fence {
    private record Overdue(PluginCall<?> call, Instant noticed) {}

    private final List<Overdue> overdue = new CopyOnWriteArrayList<>();
    private final Clock clock;

    Fence(Clock clock) {
        this.clock = clock;
    }

    void putUpFor(PluginCall<?> call) {
        overdue.add(new Overdue(call, clock.instant()));
    }

    /** Why nothing may be handed over, or empty if something may. */
    Optional<String> reason() {
        overdue.removeIf(one -> !one.call().isRunning());
        return overdue.stream()
                .findFirst()
                .map(first -> "a call of the plugin ran out of time at " + first.noticed()
                        + " and has not come back, even though it was interrupted; nothing is handed over until it does, "
                        + "or until a restart");
    }
}
