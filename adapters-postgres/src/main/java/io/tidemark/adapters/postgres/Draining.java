package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Timing;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that drains the inbox while it is its turn: one session of a database has the right to. While timings come it
 * looks again and again; when none come it sleeps, and is called. {@code record_performance_metric} says why none is
 * overlooked.
 */
final class Draining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int END_SECONDS = 1;

    private final Server server;
    private final InboxDrain inbox;
    private final Rhythm rhythm;
    private final Consumer<List<Timing>> stored;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable InboxSession session;
    private Duration pause = FIRST_PAUSE;

    private Draining(Server server, InboxDrain inbox, Rhythm rhythm, Consumer<List<Timing>> stored) {
        this.server = server;
        this.inbox = inbox;
        this.rhythm = rhythm;
        this.stored = stored;
        thread = new Thread(this::run, "tidemark-inbox-" + server.schema());
        thread.setDaemon(true);
    }

    static Draining start(Server server, InboxDrain inbox, Rhythm rhythm, Consumer<List<Timing>> stored) {
        Draining draining = new Draining(server, inbox, rhythm, stored);
        draining.thread.start();
        return draining;
    }

    /** Lets a batch that is on its way arrive. */
    @Override
    public void close() {
        closed.countDown();
        abort(session);
        try {
            thread.join(Duration.ofSeconds(END_SECONDS).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (InboxSession opened = InboxSession.open(server, SILENCE)) {
                session = opened;
                while (!isClosed() && !opened.tryTurn()) {
                    waitFor(rhythm.turn());
                }
                drain(opened);
            } catch (SQLException | RuntimeException e) {
                if (!isClosed() && pause.equals(FIRST_PAUSE)) {
                    LOG.warn(
                            "What SQL recorded cannot be fetched from PostgreSQL at {}; trying again until it can.",
                            server,
                            e);
                }
            }
            waitFor(pause);
            pause = doubled(pause);
        }
    }

    private void drain(InboxSession opened) throws SQLException {
        int vainLooks = 0;
        while (!isClosed()) {
            int found = inbox.drain(stored);
            pause = FIRST_PAUSE;
            vainLooks = found > 0 ? 0 : vainLooks + 1;
            boolean slept = vainLooks > rhythm.vainLooks() && sleep(opened);
            if (!slept && found < InboxDrain.MOST_AT_ONCE) {
                waitFor(rhythm.pause());
            }
        }
    }

    /** Does not while somebody is recording: what they record is not to be seen yet. */
    private boolean sleep(InboxSession opened) throws SQLException {
        boolean asleep = opened.trySleep();
        if (asleep) {
            while (!isClosed() && !opened.isSomethingWaiting()) {
                opened.awaitCall(rhythm.sweep());
            }
            opened.wake();
        }
        return asleep;
    }

    private void waitFor(Duration pause) {
        try {
            var unused = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private static Duration doubled(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static void abort(@Nullable InboxSession session) {
        try {
            if (session != null) {
                session.abort();
            }
        } catch (SQLException e) {
            LOG.debug("The session of the inbox could not be cut off; it ends with its thread.", e);
        }
    }
}
