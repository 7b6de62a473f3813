package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, one for all tests; each test has a schema of its own, or the common one to itself. */
final class TestDatabase {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    /** In any order, and past what else guards a table. */
    private static final String EMPTY = """
            set session_replication_role = replica;
            do $$
            declare
              filled text;
            begin
              for filled in
                select relname
                from pg_class
                where relnamespace = current_schema()::regnamespace
                  and relkind in ('r', 'p') and not relispartition and relname <> 'flyway_schema_history'
              loop
                execute format('delete from %I', filled);
              end loop;
            end
            $$""";

    private TestDatabase() {}

    /** Settings for a schema that does not exist yet. */
    static Map<String, String> freshSchema() {
        return settings("test_" + SCHEMAS.incrementAndGet());
    }

    /** Settings for a schema that exists and holds nothing: the same each time, for tests that leave its tables as they are. */
    static Map<String, String> emptySchema() {
        Map<String, String> settings = settings(Common.SCHEMA);
        execute(settings, EMPTY);
        return settings;
    }

    /** Ends a schema: with hundreds of them in its catalogue the server takes seconds to make a partition. */
    static void drop(Map<String, String> settings) {
        execute(
                settings,
                "set client_min_messages = warning; drop schema if exists %s cascade"
                        .formatted(settings.get("schema")));
    }

    static Map<String, String> settings(String schema) {
        Map<String, String> settings = new HashMap<>();
        settings.put("url", url());
        settings.put("user", "postgres");
        settings.put("password", "postgres");
        settings.put("schema", schema);
        return settings;
    }

    static Storage storage(Map<String, String> settings) {
        return storage(settings, Clock.systemUTC());
    }

    static Storage storage(Map<String, String> settings, Clock clock) {
        return new PostgresStorageFactory().create(new StorageSettings(settings), clock);
    }

    static Storage prepared(Map<String, String> settings) {
        Storage storage = storage(settings);
        storage.prepare();
        return storage;
    }

    static String url() {
        return Running.SERVER.getJdbcUrl("postgres", "postgres");
    }

    static int port() {
        return Running.SERVER.getPort();
    }

    static Connection connection(Map<String, String> settings) throws SQLException {
        Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
        connection.setSchema(settings.get("schema"));
        return connection;
    }

    /** The first column of the first row, as text, without any help of the adapter. */
    static String ask(Map<String, String> settings, String sql) {
        try (Connection connection = connection(settings);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getString(1) : "no row";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void execute(Map<String, String> settings, String sql) {
        try (Connection connection = connection(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Made when first asked for: that takes as long as most tests. */
    private static final class Common {
        private static final String SCHEMA = "test_common";

        static {
            prepared(settings(SCHEMA)).close();
        }
    }

    /** Started when first asked for, stopped with the process. */
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be started for the tests", e);
            }
        }
    }
}
