package io.tidemark.bootstrap.console.overview;

import io.javalin.http.sse.SseClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One browser that looks at the overview: gets what has changed since it was last told. */
final class LiveClient {
    private static final int TICKS_BETWEEN_HEARTBEATS = 5;

    private final SseClient connection;
    private final OverviewQuery query;
    private final Map<String, Integer> told = new HashMap<>();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private int silentTicks;

    LiveClient(SseClient connection, OverviewQuery query) {
        this.connection = connection;
        this.query = query;
    }

    OverviewQuery query() {
        return query;
    }

    /** Sends what has changed, unless the last time is still under way: who reads slowly skips. */
    void offer(List<Region> regions, Executor executor) {
        if (isBusy.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    send(regions);
                } finally {
                    isBusy.set(false);
                }
            });
        }
    }

    void close() {
        connection.close();
    }

    private void send(List<Region> regions) {
        boolean any = false;
        for (Region region : regions) {
            any |= region.parts().isEmpty() ? sendIfChanged(region) : sendParts(region);
        }
        silentTicks = any ? 0 : silentTicks + 1;
        if (silentTicks >= TICKS_BETWEEN_HEARTBEATS && !connection.terminated()) {
            connection.sendComment("still here");
            silentTicks = 0;
        }
    }

    private boolean sendParts(Region region) {
        Set<String> ids = region.parts().stream().map(Region::id).collect(Collectors.toSet());
        if (told.keySet().containsAll(ids) && told.getOrDefault(region.id(), -1) == ids.size()) {
            boolean any = false;
            for (Region part : region.parts()) {
                any |= sendIfChanged(part);
            }
            return any;
        }
        change(region.html().get());
        region.parts().forEach(part -> told.put(part.id(), part.html().get().hashCode()));
        told.put(region.id(), ids.size());
        return true;
    }

    private boolean sendIfChanged(Region region) {
        String html = region.html().get();
        Integer before = told.put(region.id(), html.hashCode());
        boolean isChanged = before == null || before != html.hashCode();
        if (isChanged) {
            change(html);
        }
        return isChanged;
    }

    private void change(String html) {
        if (!connection.terminated()) {
            connection.sendEvent("change", html);
        }
    }
}
