package io.tidemark.application.memory;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.Signals;
import io.tidemark.application.port.Topic;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners on one daemon thread, which starts with the first announcement that somebody listens to. */
final class MemorySignals implements Signals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemorySignals.class);

    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    /** Announced and not yet passed on: a topic waits once, however often it is announced meanwhile. */
    private final Set<Topic> waiting = ConcurrentHashMap.newKeySet();
    /** What comes after closing is discarded: a late announcement is no error of the one who announces. */
    private final ExecutorService thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), MemorySignals::daemon, new DiscardPolicy());

    @Override
    public Subscription subscribe(Topic topic, Runnable listener) {
        Listening subscription = new Listening(topic, listener);
        listening.add(subscription);
        return subscription;
    }

    /** To be called after the change, without holding a lock. */
    void announce(Topic topic) {
        boolean heard = listening.stream().anyMatch(subscription -> subscription.topic == topic);
        if (heard && waiting.add(topic)) {
            thread.execute(() -> passOn(topic));
        }
    }

    @Override
    public void close() {
        listening.clear();
        thread.shutdown();
    }

    private void passOn(Topic topic) {
        waiting.remove(topic);
        for (Listening subscription : listening) {
            if (subscription.topic == topic) {
                subscription.call();
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tidemark-memory-signals");
        thread.setDaemon(true);
        return thread;
    }

    /** A class, not a record: two subscriptions of the same listener are two. */
    private final class Listening implements Subscription {
        private final Topic topic;
        private final Runnable listener;

        Listening(Topic topic, Runnable listener) {
            this.topic = requireNonNull(topic, "topic");
            this.listener = requireNonNull(listener, "listener");
        }

        void call() {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener to {} failed; it will be called again", topic, e);
            }
        }

        @Override
        public void close() {
            listening.remove(this);
        }
    }
}
