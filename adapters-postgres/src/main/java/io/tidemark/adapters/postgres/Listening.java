package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread with a connection of its own that waits for notifications. When the connection is lost it looks for a new
 * one, with growing pauses, and then reports every topic, as nobody knows what was missed.
 */
final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ANSWER_SECONDS = 5;
    private static final int END_SECONDS = 5;

    private final Server server;
    private final Consumer<Topic> heard;
    private final Thread thread;
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection connection;

    private Listening(Server server, Consumer<Topic> heard) {
        this.server = server;
        this.heard = heard;
        thread = new Thread(this::run, "tidemark-signals-" + server.schema());
        thread.setDaemon(true);
    }

    static Listening start(Server server, Consumer<Topic> heard) {
        Listening listening = new Listening(server, heard);
        listening.thread.start();
        return listening;
    }

    /** Waits until it listens, or has failed to once. */
    void awaitFirstAttempt() {
        try {
            firstAttempt.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        abort(connection);
        try {
            thread.join(Duration.ofSeconds(END_SECONDS).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean missedSomething = false;
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            try (Connection opened = server.connections(SILENCE).getConnection()) {
                connection = opened;
                listen(opened);
                firstAttempt.countDown();
                if (missedSomething) {
                    LOG.info("Listening to PostgreSQL at {} again.", server);
                    EnumSet.allOf(Topic.class).forEach(heard);
                }
                pause = FIRST_PAUSE;
                hear(opened);
            } catch (SQLException | RuntimeException e) {
                if (!isClosed() && pause.equals(FIRST_PAUSE)) {
                    LOG.warn("Nothing is heard from PostgreSQL at {}; trying again until it is back.", server, e);
                }
            } finally {
                firstAttempt.countDown();
            }
            missedSomething = true;
            pause = waitFor(pause);
        }
    }

    private void hear(Connection opened) throws SQLException {
        PGConnection postgres = opened.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification[] notifications = postgres.getNotifications((int) SILENCE.toMillis());
            if (notifications != null && notifications.length > 0) {
                topics(notifications).forEach(heard);
            } else if (!opened.isValid(ANSWER_SECONDS)) {
                throw new SQLException("PostgreSQL has not answered for %d s".formatted(ANSWER_SECONDS), "08006");
            }
        }
    }

    /** The channel is the schema's name, which the settings have checked: an identifier cannot be a parameter. */
    private void listen(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute(SqlFile.read("listen.sql").formatted(server.schema()));
        }
    }

    private Duration waitFor(Duration pause) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** A burst about one topic is one call. */
    private static Set<Topic> topics(PGNotification[] notifications) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (PGNotification notification : notifications) {
            Channel.topic(notification.getParameter()).ifPresent(topics::add);
        }
        return topics;
    }

    private static void abort(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The connection for signals could not be cut off; it ends with its thread.", e);
        }
    }
}
