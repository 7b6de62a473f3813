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
import java.util.Map;

/** A PostgreSQL that waits for the disk, with a storage that was prepared on it. */
final class BenchmarkServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final Storage storage;

    private BenchmarkServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        storage = new PostgresStorageFactory()
                .create(
                        new StorageSettings(Map.of("url", postgres.getJdbcUrl("postgres", "postgres"))),
                        Clock.systemUTC());
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
