package io.tidemark.adapters.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Somebody with a session of their own, who knows nothing of Java. */
final class SqlClient implements AutoCloseable {
    private final Connection connection;

    private SqlClient(Connection connection) {
        this.connection = connection;
    }

    /** A superuser. */
    static SqlClient of(Map<String, String> settings) {
        return as("postgres", settings);
    }

    static SqlClient as(String user, Map<String, String> settings) {
        try {
            String url = "jdbc:postgresql://localhost:%d/postgres".formatted(TestDatabase.port());
            Connection connection = DriverManager.getConnection(url, user, "postgres");
            connection.setSchema(settings.get("schema"));
            return new SqlClient(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(user, e);
        }
    }

    /** The first column of the first row, as text. */
    String ask(String sql) {
        List<String> rows = askAll(sql);
        return rows.isEmpty() ? "no row" : rows.get(0);
    }

    /** The columns of each row, as text, between bars. */
    List<String> askAll(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append('|').append(rows.getString(i));
                }
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw new SqlRefusal(e);
        }
    }

    /** How many notifications have come. */
    int heard() {
        try {
            PGNotification[] notifications =
                    connection.unwrap(PGConnection.class).getNotifications();
            return notifications == null ? 0 : notifications.length;
        } catch (SQLException e) {
            throw new SqlRefusal(e);
        }
    }

    long number(String sql) {
        return Long.parseLong(ask(sql));
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SqlRefusal(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlRefusal(e);
        }
    }

    /** What the server answered instead. */
    static final class SqlRefusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String state;

        SqlRefusal(SQLException refusal) {
            super(refusal.getMessage(), refusal);
            this.state = String.valueOf(refusal.getSQLState());
        }

        /** Its SQLSTATE. */
        String state() {
            return state;
        }
    }
}
