package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.domain.timing.Timing;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Recording in SQL while somebody drains the inbox: calls a second of {@code record_performance_metric} by two clients, each
 * call a transaction, and how long a call takes until its timing is stored. The rival is a function that does nothing but
 * insert a row into a bare table.
 */
final class SqlBenchmark {
    private static final int CLIENTS = 2;
    private static final int WARM_UP_CALLS = 200;
    private static final String OURS = "select record_performance_metric('commit', ?, 'ada')";
    private static final String RIVAL = "select insert_bare(?)";

    private final BenchmarkServer server;
    private final Map<Long, Long> storedAt = new ConcurrentHashMap<>();

    private SqlBenchmark(BenchmarkServer server) {
        this.server = server;
    }

    static void run(PrintStream out, int calls) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start()) {
            SqlBenchmark benchmark = new SqlBenchmark(server);
            server.execute("create table bare (like performance_metrics including defaults including identity)");
            server.execute("""
                    create function insert_bare(micros bigint) returns bigint language sql as $$
                      insert into bare (
                        operation_type, duration_microseconds, start_time, end_time, user_name, period_start)
                      select 'commit', micros, now() - micros * interval '1 microsecond', now(), 'ada', current_date
                      returning metric_id
                    $$""");
            try (Subscription drained = server.storage().inbox().drain(benchmark::stored)) {
                benchmark.measure(out, calls);
            }
        }
    }

    private void stored(List<Timing> timings) {
        long now = System.nanoTime();
        timings.forEach(timing -> storedAt.put(timing.durationMicros(), now));
    }

    private void measure(PrintStream out, int calls) throws Exception {
        callsASecond(OURS, WARM_UP_CALLS);
        callsASecond(RIVAL, WARM_UP_CALLS);
        double ours = callsASecond(OURS, calls);
        double rival = callsASecond(RIVAL, calls);
        out.printf("recording in SQL, %d clients, each call a transaction: calls a second%n", CLIENTS);
        out.printf("  record_performance_metric, drained meanwhile   %,.0f%n", ours);
        out.printf("  rival: a function that inserts one bare row     %,.0f%n", rival);
        out.printf("  ratio                                          %.2f%n", ours / rival);
        Figures latencies = latencies(Math.max(WARM_UP_CALLS, calls / 10));
        out.printf(
                "  from the call to the stored timing, ms: p50 %.1f, p99 %.1f, most %.1f%n",
                latencies.at(0.50), latencies.at(0.99), latencies.at(1));
    }

    private double callsASecond(String call, int calls) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            List<Callable<Void>> work = IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> call(call, calls / CLIENTS))
                    .toList();
            for (Future<Void> client : clients.invokeAll(work)) {
                client.get();
            }
            return calls * 1e9 / (System.nanoTime() - start);
        } finally {
            clients.shutdownNow();
        }
    }

    private Void call(String call, int calls) throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(call)) {
            for (int i = 1; i <= calls; i++) {
                statement.setLong(1, i);
                statement.execute();
            }
        }
        return null;
    }

    /** One after the other, a few milliseconds apart; told apart by their durations. */
    private Figures latencies(int calls) throws Exception {
        Figures latencies = new Figures(calls);
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(OURS)) {
            for (long call = 1; call <= calls; call++) {
                long micros = 1_000_000_000L + call;
                long start = System.nanoTime();
                statement.setLong(1, micros);
                statement.execute();
                while (!storedAt.containsKey(micros)) {
                    TimeUnit.MICROSECONDS.sleep(200);
                }
                latencies.add((storedAt.get(micros) - start) / 1e6);
            }
        }
        return latencies;
    }
}
