package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.timing.Timing;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What retention costs those who record meanwhile: batches of 1,000 timings are appended one after the other, first alone,
 * then while the partitions of older days are dropped.
 */
final class RetentionBenchmark {
    private static final int BATCH = 1_000;
    private static final int DAYS = 25;
    private static final Duration BURST = Duration.ofMillis(100);

    private final BenchmarkServer server;
    private final List<Timing> rows;

    private RetentionBenchmark(BenchmarkServer server, List<Timing> rows) {
        this.server = server;
        this.rows = rows;
    }

    static void run(PrintStream out, int batches) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start()) {
            RandomTimings random = new RandomTimings();
            Instant now = Clock.systemUTC().instant();
            for (int day = 1; day <= DAYS; day++) {
                server.storage().timings().append(random.over(now.minus(Duration.ofDays(day)), BURST, BATCH));
            }
            server.storage().upkeep().fold();
            new RetentionBenchmark(server, random.over(now, BURST, BATCH)).compare(out, batches);
        }
    }

    private void compare(PrintStream out, int batches) throws Exception {
        append(batches);
        Figures alone = append(batches);
        int before = partitions();
        Figures meanwhile;
        try (Storage forgetful = server.storage(Map.of("raw-days", "1", "minute-days", "1"))) {
            Thread retention = new Thread(() -> forgetful.upkeep().dropOutdated(), "retention");
            retention.start();
            meanwhile = append(batches);
            retention.join();
        }
        out.printf("retention: ms to append %,d timings durably%n", BATCH);
        print(out, "alone", alone);
        print(out, "while %d partitions are dropped".formatted(before - partitions()), meanwhile);
    }

    private Figures append(int batches) {
        Figures millis = new Figures(batches);
        for (int batch = 0; batch < batches; batch++) {
            long start = System.nanoTime();
            server.storage().timings().append(rows);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private int partitions() throws SQLException {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from pg_class where relispartition and relkind = 'r'")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static void print(PrintStream out, String when, Figures millis) {
        out.printf(
                "  %-34s p50 %.1f, p99 %.1f, most %.1f%n", when, millis.at(0.50), millis.at(0.99), millis.at(1));
    }
}
