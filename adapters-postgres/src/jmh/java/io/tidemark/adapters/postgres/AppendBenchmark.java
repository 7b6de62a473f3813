package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Durable ingest: 100,000 timings in batches of 10,000, each a transaction, on a server that waits for the disk.
 *
 * <p>Ours goes into the day's partition with its checks, and into the roll-ups. The rival is PostgreSQL
 * itself: a bare binary {@code copy} of the same rows, written beforehand, into a table without partitions, indexes,
 * checks and roll-ups. Both take turns in one run, so that what else the machine does hits both.
 */
final class AppendBenchmark {
    private static final int TIMINGS = 100_000;
    private static final int BATCH = 10_000;
    private static final int OPERATIONS = 33;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 21;

    private final Storage storage;
    private final Connection connection;
    private final List<List<Timing>> batches = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();

    private AppendBenchmark(Storage storage, Connection connection) throws SQLException {
        this.storage = storage;
        this.connection = connection;
        SplittableRandom random = new SplittableRandom(42);
        Instant now = Clock.systemUTC().instant();
        for (int batch = 0; batch < TIMINGS / BATCH; batch++) {
            List<Timing> timings = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                timings.add(timing(random, now.plusMillis(100L * batch + i / 100)));
            }
            batches.add(timings);
            rows.add(BareRows.of(timings));
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = durableServer();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Storage storage = new PostgresStorageFactory()
                        .create(
                                new StorageSettings(Map.of("url", postgres.getJdbcUrl("postgres", "postgres"))),
                                Clock.systemUTC())) {
            storage.prepare();
            connection.setSchema("tidemark");
            new AppendBenchmark(storage, connection).run(System.out);
        }
    }

    private void run(PrintStream out) throws SQLException {
        execute("create table bare (like performance_metrics including defaults including identity)");
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            execute("truncate bare, performance_metrics, performance_rollup_minutes");
            execute("checkpoint");
            double bareRate = round % 2 == 0 ? rate(this::copyBare) : 0;
            double ourRate = rate(this::append);
            bareRate = bareRate == 0 ? rate(this::copyBare) : bareRate;
            if (round >= 0) {
                ours[round] = ourRate;
                bare[round] = bareRate;
                ratios[round] = ourRate / bareRate;
            }
        }
        out.printf("durable ingest, timings a second (median, quartiles of %d rounds)%n", ROUNDS);
        out.printf("  append, with checks, partition, roll-ups          %s%n", spread(ours, "%,.0f"));
        out.printf("  rival: bare binary copy                           %s%n", spread(bare, "%,.0f"));
        out.printf("  ratio                                             %s%n", spread(ratios, "%.2f"));
    }

    private void append() {
        batches.forEach(storage.timings()::append);
    }

    private void copyBare() throws SQLException {
        for (byte[] batch : rows) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(BareRows.COPY);
            copy.writeToCopy(batch, 0, batch.length);
            copy.endCopy();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres durableServer() throws Exception {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    private static Timing timing(SplittableRandom random, Instant end) {
        long micros = (long) (500 * Math.exp(random.nextDouble() * 5));
        Context context = Context.of("ada")
                .onBranch("feature/" + random.nextInt(10))
                .inSession("session-" + random.nextInt(100));
        return new Timing("operation_" + random.nextInt(OPERATIONS), micros, end, context);
    }

    private static double rate(Work work) throws SQLException {
        long start = System.nanoTime();
        work.run();
        return TIMINGS * 1e9 / (System.nanoTime() - start);
    }

    private static String spread(double[] values, String format) {
        Arrays.sort(values);
        return String.format(
                format + " (" + format + " to " + format + ")",
                values[values.length / 2],
                values[values.length / 4],
                values[values.length * 3 / 4]);
    }

    /** What is measured. */
    private interface Work {
        void run() throws SQLException;
    }
}
