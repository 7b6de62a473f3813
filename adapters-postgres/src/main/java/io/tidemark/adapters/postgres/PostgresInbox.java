package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Inbox;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.domain.timing.Timing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains what SQL recorded, with a thread and a connection for each listener. */
final class PostgresInbox implements Inbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresInbox.class);

    private final Server server;
    private final InboxDrain drain;
    private final Rhythm rhythm;
    private final List<Draining> started = new CopyOnWriteArrayList<>();

    PostgresInbox(Server server, InboxDrain drain, Rhythm rhythm) {
        this.server = server;
        this.drain = drain;
        this.rhythm = rhythm;
    }

    @Override
    public Subscription drain(Consumer<List<Timing>> stored) {
        Draining draining = Draining.start(server, drain, rhythm, timings -> call(stored, timings));
        started.add(draining);
        return () -> {
            started.remove(draining);
            draining.close();
        };
    }

    @Override
    public void close() {
        started.forEach(Draining::close);
        started.clear();
    }

    private static void call(Consumer<List<Timing>> stored, List<Timing> timings) {
        try {
            stored.accept(timings);
        } catch (RuntimeException e) {
            LOG.warn("{} timings that SQL recorded are stored, but the listener to them failed", timings.size(), e);
        }
    }
}
