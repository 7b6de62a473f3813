package io.tidemark.adapters.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/** The session that holds the locks of the one who drains: when it ends, so does the right to drain. */
final class InboxSession implements AutoCloseable {
    private static final String LOCK = SqlFile.read("inbox_lock.sql");
    private static final String UNLOCK = SqlFile.read("inbox_unlock.sql");
    private static final String WAITS = SqlFile.read("inbox_waits.sql");
    private static final String DRAINING = "drain";
    private static final String SLEEPING = "sleep";

    /** A name has at most 63 characters. */
    private static final int LONGEST_PREFIX = 56;

    private final Connection connection;
    private final PGConnection postgres;

    private InboxSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
    }

    /** Listens from the beginning: whoever calls while nobody sleeps has called for nothing, which does no harm. */
    static InboxSession open(Server server, Duration silence) throws SQLException {
        Connection connection = server.connections(silence).getConnection();
        InboxSession session = new InboxSession(connection);
        String schema = server.schema();
        try (Statement statement = connection.createStatement()) {
            String channel = schema.substring(0, Math.min(LONGEST_PREFIX, schema.length())) + "_inbox";
            statement.execute(SqlFile.read("inbox_session.sql").formatted(channel));
        }
        return session;
    }

    /** Whether the right to drain is this session's now. */
    boolean tryTurn() throws SQLException {
        return answer(LOCK, DRAINING);
    }

    /** Whether nobody is recording at this moment: from now on whoever records calls. */
    boolean trySleep() throws SQLException {
        return answer(LOCK, SLEEPING);
    }

    /** From now on nobody calls. */
    void wake() throws SQLException {
        if (!answer(UNLOCK, SLEEPING)) {
            throw new SQLException("the lock of the sleeping drainer was not held");
        }
    }

    boolean isSomethingWaiting() throws SQLException {
        return answer(WAITS);
    }

    /** Waits until somebody calls. */
    void awaitCall(Duration longest) throws SQLException {
        postgres.getNotifications((int) longest.toMillis());
    }

    /** Ends the session at once, from any thread. */
    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private boolean answer(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
