package io.tidemark.bootstrap.console.overview;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends browsers what changes on the page they look at. What is shown to several is rendered once. */
final class LiveFeed implements AutoCloseable {
    static final int MAX_CLIENTS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final ThreadFactory THREADS = task -> {
        Thread thread = new Thread(task, "tidemark-live");
        thread.setDaemon(true);
        return thread;
    };

    private final Function<OverviewQuery, List<Region>> regions;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(THREADS);
    private final ExecutorService senders = Executors.newCachedThreadPool(THREADS);

    LiveFeed(Function<OverviewQuery, List<Region>> regions, Duration interval) {
        this.regions = regions;
        var unused = clock.scheduleWithFixedDelay(
                this::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Refuses what cannot be served, while there is still a status to be sent. */
    void admit(Context ctx) {
        OverviewQuery.of(ctx);
        if (clients.size() >= MAX_CLIENTS) {
            ctx.header(Header.RETRY_AFTER, "60");
            throw new ServiceUnavailableResponse(
                    "%d pages are kept up to date already: reload to see changes".formatted(MAX_CLIENTS));
        }
    }

    /** Two that were admitted at once may find one place: who comes second is let go, asks again, and is refused. */
    synchronized void join(SseClient connection) {
        if (clients.size() >= MAX_CLIENTS || clock.isShutdown()) {
            return;
        }
        LiveClient client = new LiveClient(connection, OverviewQuery.of(connection.ctx()));
        connection.keepAlive();
        connection.onClose(() -> clients.remove(client));
        clients.add(client);
        clock.execute(() -> guarded(() -> client.offer(regions.apply(client.query()), senders)));
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        clients.forEach(LiveClient::close);
        senders.shutdownNow();
    }

    private void tick() {
        guarded(() -> {
            Map<OverviewQuery, List<Region>> rendered = new HashMap<>();
            for (LiveClient client : clients) {
                client.offer(rendered.computeIfAbsent(client.query(), regions), senders);
            }
        });
    }

    /** A storage that is away must not end the ticking: what is shown stays, and is made good later. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!clock.isShutdown()) {
                LOG.warn("Open pages could not be brought up to date", e);
            }
        }
    }
}
