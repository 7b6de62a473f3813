package io.tidemark.adapters.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL that keeps what it has committed, and can be killed and started again. */
final class MortalPostgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private MortalPostgres(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = launched();
    }

    static MortalPostgres start(Path folder) throws IOException {
        return new MortalPostgres(folder.resolve("data"), freePort());
    }

    Map<String, String> settings() {
        return Map.of("url", url(), "user", "postgres", "password", "postgres", "schema", "tidemark");
    }

    /** Kills it without any warning: its other processes end when they notice. */
    void kill() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    void startAgain() throws IOException {
        server.close();
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        server = launched();
    }

    /** The numbers in the first column. */
    List<Long> numbers(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            connection.setSchema("tidemark");
            List<Long> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
            return numbers;
        }
    }

    /** The durations of an operation, in the order in which they were stored. */
    List<Long> micros(String operation) throws SQLException {
        return numbers(
                "select duration_microseconds from performance_metrics where operation_type = '%s' order by metric_id"
                        .formatted(operation));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    private EmbeddedPostgres launched() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // Off by default in tests: then a server that is killed forgets what it has answered.
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }
}
