package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Signals;
import io.tidemark.application.port.Topic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls listeners on the thread that hears of changes, which starts with the first listener; and before that on the thread
 * that changed something itself, where every millisecond counts.
 */
final class PostgresSignals implements Signals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);

    private final Server server;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Listening listening;
    private boolean closed;

    PostgresSignals(Server server) {
        this.server = server;
    }

    /** Once this returns, nothing announced is missed: what a connection that is still away missed is made up for. */
    @Override
    public Subscription subscribe(Topic topic, Runnable listener) {
        Listener subscribed = new Listener(topic, listener);
        listeners.add(subscribed);
        Listening started = start();
        if (started != null) {
            started.awaitFirstAttempt();
        }
        return () -> listeners.remove(subscribed);
    }

    @Override
    public void close() {
        Listening ended;
        synchronized (this) {
            closed = true;
            ended = listening;
        }
        if (ended != null) {
            ended.close();
        }
    }

    private synchronized @Nullable Listening start() {
        if (listening == null && !closed) {
            listening = Listening.start(server, this::heard);
        }
        return listening;
    }

    /** Calls the listeners of this process: the others hear of it. */
    void heard(Topic topic) {
        for (Listener listener : listeners) {
            if (listener.topic == topic) {
                call(listener);
            }
        }
    }

    private static void call(Listener listener) {
        try {
            listener.action.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener for {} failed; the others are called all the same.", listener.topic, e);
        }
    }

    /** Not a record: two subscriptions of one listener are two. */
    private static final class Listener {
        private final Topic topic;
        private final Runnable action;

        Listener(Topic topic, Runnable action) {
            this.topic = topic;
            this.action = action;
        }
    }
}
