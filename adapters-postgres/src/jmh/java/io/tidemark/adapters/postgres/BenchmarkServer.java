package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL that waits for the disk, with a storage that was prepared on it. */
final class BenchmarkServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final Storage storage;

    private BenchmarkServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        storage = storage(Map.of());
        storage.prepare();
    }

    static BenchmarkServer start() throws IOException {
        return new BenchmarkServer(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
    }

    Storage storage() {
        return storage;
    }

    /** Another storage on the same tables. */
    Storage storage(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("url", postgres.getJdbcUrl("postgres", "postgres"));
        return new PostgresStorageFactory().create(new StorageSettings(all), Clock.systemUTC());
    }

    /** A connection of its own that finds the tables of the storage. */
    Connection connection() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setSchema("tidemark");
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        storage.close();
        postgres.close();
    }
}
