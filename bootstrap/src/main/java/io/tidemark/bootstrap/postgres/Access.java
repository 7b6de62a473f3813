package io.tidemark.bootstrap.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The way into the server: its port and its password. */
record Access(int port, Password password) {
    static final String USER = "tidemark";
    private static final String DATABASE = "tidemark";
    private static final String ALWAYS_THERE = "postgres";
    private static final String FIND_DATABASE = "select from pg_database where datname = '" + DATABASE + "'";
    private static final String CREATE_DATABASE = "create database " + DATABASE;
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String CONNECTION_TROUBLE = "08";
    private static final int SECONDS_TO_CONNECT = 5;
    private static final int SECONDS_TO_ANSWER = 30;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 400;

    String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(EmbeddedPostgres.HOST, port, DATABASE);
    }

    /** Waits for a bounded time; returns the server's version, or nothing if the server ended meanwhile. */
    Optional<String> awaitVersion(ServerProcess server) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return Optional.of(version());
            } catch (SQLException e) {
                if (!isPassing(e)) {
                    throw refused(server, e);
                }
            }
            if (server.endsWithin(PAUSE)) {
                return Optional.empty();
            }
        }
        throw notReady(server);
    }

    private static PostgresCannotStartException refused(ServerProcess server, SQLException cause) {
        return new PostgresCannotStartException(
                "The server of %s runs on port %d but lets nobody in (%s); the file %s must hold the password of the user %s."
                        .formatted(
                                server.folder().data(),
                                server.port(),
                                cause.getMessage(),
                                server.folder().password(),
                                USER),
                cause);
    }

    private static PostgresCannotStartException notReady(ServerProcess server) throws IOException {
        return new PostgresCannotStartException(
                "The server of %s (process %d) is not ready yet, perhaps since it recovers from a crash; it goes on, and the next start takes it over. Its log ends with:\n%s"
                        .formatted(
                                server.folder().data(),
                                server.handle().pid(),
                                new ServerLog(server.folder().log()).tail()));
    }

    /** Asks in the database that every server has, and makes ours there if a first start did not come that far. */
    private String version() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet ours = statement.executeQuery(FIND_DATABASE)) {
                if (ours.next()) {
                    return connection.getMetaData().getDatabaseProductVersion();
                }
            }
            statement.execute(CREATE_DATABASE);
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {EmbeddedPostgres.HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(ALWAYS_THERE);
        source.setUser(USER);
        source.setPassword(password.reveal());
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setSocketTimeout(SECONDS_TO_ANSWER);
        return source.getConnection();
    }

    private static boolean isPassing(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals(CANNOT_CONNECT_NOW) || state.startsWith(CONNECTION_TROUBLE);
    }
}
