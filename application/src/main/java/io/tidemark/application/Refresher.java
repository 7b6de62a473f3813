package io.tidemark.application;

import io.tidemark.application.port.Signals;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads anew what is kept in memory: when its change is announced, and from time to time, as a signal may be lost. */
public final class Refresher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final long SECONDS_BETWEEN_LOOKS = 30;

    private final ScheduledExecutorService executor;
    private final List<Subscription> subscriptions;

    private Refresher(ScheduledExecutorService executor, List<Subscription> subscriptions) {
        this.executor = executor;
        this.subscriptions = List.copyOf(subscriptions);
    }

    /**
     * Starts a daemon thread, which begins with all of it: it may have changed since it was read, before anybody listened.
     *
     * @param onSignal what is read when its topic is announced
     * @param unannounced what is only read from time to time
     */
    public static Refresher start(Signals signals, Map<Topic, Runnable> onSignal, Runnable unannounced) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tidemark-refresher");
            thread.setDaemon(true);
            return thread;
        });
        List<Subscription> subscriptions = new ArrayList<>();
        onSignal.forEach(
                (topic, refresh) -> subscriptions.add(signals.subscribe(topic, () -> soon(executor, refresh))));
        Runnable all = () -> {
            onSignal.values().forEach(Refresher::guarded);
            guarded(unannounced);
        };
        var unused = executor.scheduleWithFixedDelay(all, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return new Refresher(executor, subscriptions);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        executor.shutdownNow();
    }

    private static void soon(ScheduledExecutorService executor, Runnable refresh) {
        try {
            executor.execute(() -> guarded(refresh));
        } catch (RejectedExecutionException e) {
            LOG.debug("A signal came while closing", e);
        }
    }

    private static void guarded(Runnable refresh) {
        try {
            refresh.run();
        } catch (RuntimeException e) {
            LOG.warn("What may have changed could not be read; what was read before stays in force", e);
        }
    }
}
