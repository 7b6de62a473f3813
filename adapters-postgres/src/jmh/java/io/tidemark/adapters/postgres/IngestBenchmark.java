package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Timing;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Durable ingest: 100,000 timings in batches of 10,000, each a transaction, on a server that waits for the disk.
 *
 * <p>Ours goes into the day's partition with its checks, and into the roll-ups. The rivals write the same rows into a
 * table without partitions, indexes, checks and roll-ups: PostgreSQL itself by a bare binary {@code copy} of rows that
 * were written beforehand; a JDBC batch of the same size; a PL/pgSQL function called for each timing, each call a
 * transaction. All take turns in one run, so that what else the machine does hits all of them.
 */
final class IngestBenchmark {
    private static final int TIMINGS = 100_000;
    private static final int BATCH = 10_000;
    /** One by one is slow: the rate of fewer says as much. */
    private static final int ONE_BY_ONE = 1_000;

    private static final int WARM_UP_ROUNDS = 3;

    private final BenchmarkServer server;
    private final Connection connection;
    private final List<List<Timing>> batches = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();

    private IngestBenchmark(BenchmarkServer server, Connection connection) throws SQLException {
        this.server = server;
        this.connection = connection;
        RandomTimings random = new RandomTimings();
        Instant now = Clock.systemUTC().instant();
        for (int batch = 0; batch < TIMINGS / BATCH; batch++) {
            List<Timing> timings = random.over(now.plusMillis(100L * batch), Duration.ofMillis(100), BATCH);
            batches.add(timings);
            rows.add(BareRows.of(timings));
        }
    }

    static void run(PrintStream out, int rounds) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start();
                Connection connection = server.connection()) {
            new IngestBenchmark(server, connection).compare(out, rounds);
        }
    }

    private void compare(PrintStream out, int rounds) throws SQLException {
        server.execute("create table bare (like performance_metrics including defaults including identity)");
        server.execute("""
                create function record_bare(operation text, micros bigint, ended timestamptz, branch bigint, who text)
                returns void language plpgsql as $$
                begin
                  insert into bare (
                    operation_type, duration_microseconds, start_time, end_time, branch_id, user_name, period_start)
                  values (
                    operation, micros, ended - micros * interval '1 microsecond', ended, branch, who,
                    (ended at time zone 'UTC')::date);
                end $$""");
        Contender copy = new Contender("rival: bare binary copy", TIMINGS, rounds, this::copyBare);
        List<Contender> contenders = new ArrayList<>(List.of(
                new Contender("append: partition, checks, roll-ups", TIMINGS, rounds, this::append),
                copy,
                new Contender("rival: JDBC batches of 10,000", TIMINGS, rounds, this::insertInBatches),
                new Contender("rival: a PL/pgSQL function per timing", ONE_BY_ONE, rounds, this::callOneByOne)));
        ProcessorTime time = new ProcessorTime(connection);
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (Contender contender : contenders) {
                clear();
                if (round < 0) {
                    contender.warmUp();
                } else {
                    contender.measure(time);
                }
            }
            Collections.rotate(contenders, 1);
        }
        out.printf("durable ingest, timings a second (median, quartiles of %d rounds)%n", rounds);
        contenders.forEach(contender -> contender.print(out, copy));
        printSize(out);
    }

    private void clear() throws SQLException {
        server.execute("truncate bare, performance_metrics, performance_rollup_minutes");
        server.execute("checkpoint");
    }

    private void append() {
        batches.forEach(server.storage().timings()::append);
    }

    private void copyBare() throws SQLException {
        for (byte[] batch : rows) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(BareRows.COPY);
            copy.writeToCopy(batch, 0, batch.length);
            copy.endCopy();
        }
    }

    private void insertInBatches() throws SQLException {
        connection.setAutoCommit(false);
        for (List<Timing> batch : batches) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into bare (
                      operation_type, duration_microseconds, start_time, end_time, branch_id, user_name, period_start)
                    values (?, ?, ?, ?, ?, ?, ?)""")) {
                for (Timing timing : batch) {
                    insert.setString(1, timing.operation());
                    insert.setLong(2, timing.durationMicros());
                    insert.setObject(3, at(timing.start()));
                    insert.setObject(4, at(timing.end()));
                    insert.setLong(5, 1);
                    insert.setString(6, timing.context().user());
                    insert.setObject(7, timing.periodStart());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private void callOneByOne() throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select record_bare(?, ?, ?, ?, ?)")) {
            for (Timing timing : batches.get(0).subList(0, ONE_BY_ONE)) {
                call.setString(1, timing.operation());
                call.setLong(2, timing.durationMicros());
                call.setObject(3, at(timing.end()));
                call.setLong(4, 1);
                call.setString(5, timing.context().user());
                call.execute();
            }
        }
    }

    private void printSize(PrintStream out) throws SQLException {
        clear();
        append();
        out.printf(
                "  on disk: %.0f bytes a timing, and %.1f for its share in the roll-ups%n",
                bytesOf("performance_metrics"), bytesOf("performance_rollup_minutes"));
    }

    private double bytesOf(String table) throws SQLException {
        String sql = "select sum(pg_total_relation_size(relid)) from pg_partition_tree('" + table + "')";
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(sql)) {
            size.next();
            return size.getDouble(1) / TIMINGS;
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
