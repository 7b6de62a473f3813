package io.tidemark.adapters.postgres;

import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.TimeRange;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Five quantiles of 33 operations over the last seven days, which begin and end in the middle of an hour.
 *
 * <p>Ours come from roll-ups, as many as there are levels. The rival is PostgreSQL itself: {@code percentile_cont} over the
 * timings. The error is the largest difference of any quantile from the rival's, relative to it.
 */
final class QuantileBenchmark {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int BATCH = 10_000;
    private static final int BATCHES_PER_FOLD = 20;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 41;
    private static final int RIVAL_ROUNDS = 3;
    private static final String RIVAL = """
            select
              operation_type,
              percentile_cont(array[0.5, 0.75, 0.9, 0.95, 0.99]) within group (order by duration_microseconds)
            from performance_metrics
            where start_time >= ? and start_time < ?
            group by operation_type""";

    private final BenchmarkServer server;
    private final TimeRange range;

    private QuantileBenchmark(BenchmarkServer server, TimeRange range) {
        this.server = server;
        this.range = range;
    }

    static void run(PrintStream out, int timings) throws Exception {
        run(out, timings, 0);
        run(out, timings, 10);
    }

    private static void run(PrintStream out, int timings, int branches) throws Exception {
        Instant now = Level.MINUTE.floor(Clock.systemUTC().instant());
        try (BenchmarkServer server = BenchmarkServer.start()) {
            QuantileBenchmark benchmark = new QuantileBenchmark(server, TimeRange.endingAt(now, WEEK));
            benchmark.fill(timings, new RandomTimings(branches));
            out.printf("quantiles: five of %d operations over 7 days, %,d timings on %d branches; ms (median, quartiles)%n",
                    RandomTimings.OPERATIONS, timings, branches);
            benchmark.compare(out);
        }
    }

    private void fill(int timings, RandomTimings random) throws SQLException {
        int batches = timings / BATCH;
        Duration step = WEEK.dividedBy(batches);
        for (int batch = 0; batch < batches; batch++) {
            server.storage().timings().append(random.over(range.from().plus(step.multipliedBy(batch)), step, BATCH));
            if (batch % BATCHES_PER_FOLD == 0) {
                server.storage().upkeep().fold();
            }
        }
        server.storage().upkeep().fold();
        server.execute("vacuum analyze");
    }

    private void compare(PrintStream out) throws SQLException {
        Figures ours = new Figures(ROUNDS);
        Map<String, double[]> found = ours();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            found = ours();
            if (round >= 0) {
                ours.add((System.nanoTime() - start) / 1e6);
            }
        }
        Figures rival = new Figures(RIVAL_ROUNDS);
        Map<String, double[]> expected = Map.of();
        for (int round = 0; round < RIVAL_ROUNDS; round++) {
            long start = System.nanoTime();
            expected = percentileCont();
            rival.add((System.nanoTime() - start) / 1e6);
        }
        out.printf("  from roll-ups           %s%n", ours.spread("%,.1f"));
        out.printf("  rival: percentile_cont  %s%n", rival.spread("%,.0f"));
        out.printf("  times faster            %.0f%n", rival.median() / ours.median());
        out.printf("  largest error           %.2f %%%n", 100 * error(found, expected));
    }

    private Map<String, double[]> ours() {
        Map<String, double[]> quantiles = new HashMap<>();
        server.storage().rollups().byOperation(range, WEEK).forEach((operation, steps) -> {
            Sketch week = new Sketch();
            steps.values().forEach(week::merge);
            Percentiles found = week.distribution().percentiles();
            quantiles.put(
                    operation, new double[] {found.p50(), found.p75(), found.p90(), found.p95(), found.p99()});
        });
        return quantiles;
    }

    private Map<String, double[]> percentileCont() throws SQLException {
        Map<String, double[]> quantiles = new HashMap<>();
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(RIVAL)) {
            statement.setObject(1, at(range.from()));
            statement.setObject(2, at(range.to()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Double[] found = (Double[]) rows.getArray(2).getArray();
                    double[] row = new double[found.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found[i];
                    }
                    quantiles.put(rows.getString(1), row);
                }
            }
        }
        return quantiles;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static double error(Map<String, double[]> found, Map<String, double[]> expected) {
        double largest = 0;
        for (Map.Entry<String, double[]> of : expected.entrySet()) {
            for (int i = 0; i < of.getValue().length; i++) {
                double truth = of.getValue()[i];
                largest = Math.max(largest, Math.abs(found.get(of.getKey())[i] - truth) / truth);
            }
        }
        return largest;
    }
}
