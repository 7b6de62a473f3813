package io.tidemark.adapters.postgres;

import io.tidemark.domain.correlation.CorrelationSettings;
import io.tidemark.domain.correlation.Correlations;
import io.tidemark.domain.correlation.Tested;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.TimeRange;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.SortedMap;

/**
 * All pairs of 33 operations over the last 24 hours by the minute: read, freed of their rhythm, correlated and judged.
 *
 * <p>The rival is PostgreSQL itself: {@code corr} over the means of the same roll-ups, which knows of no rhythm.
 */
final class CorrelationBenchmark {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HISTORY = Duration.ofDays(14);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int BATCHES = 24;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 41;
    private static final int RIVAL_ROUNDS = 5;
    private static final String RIVAL = """
            with means as materialized (
              select operation_type, minute, sum(sum_microseconds) / sum(timings)::float8 as mean
              from performance_rollup_minutes
              where minute >= ? and minute < ?
              group by operation_type, minute
            )
            select one.operation_type, other.operation_type, corr(one.mean, other.mean)
            from means as one
            join means as other on other.minute = one.minute and other.operation_type > one.operation_type
            group by one.operation_type, other.operation_type""";

    private final BenchmarkServer server;
    private final TimeRange day;
    private final Figures reading = new Figures(ROUNDS);
    private final Figures whole = new Figures(ROUNDS);
    private final Figures rival = new Figures(RIVAL_ROUNDS);

    private CorrelationBenchmark(BenchmarkServer server, TimeRange day) {
        this.server = server;
        this.day = day;
    }

    static void run(PrintStream out, int timings) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start()) {
            TimeRange day = TimeRange.endingAt(Level.MINUTE.floor(Clock.systemUTC().instant()), DAY);
            CorrelationBenchmark benchmark = new CorrelationBenchmark(server, day);
            benchmark.fill(timings);
            Tested tested = benchmark.measure();
            out.printf(
                    "correlation: %d pairs over 24 h, %,d timings, and their history; ms (median, quartiles)%n",
                    tested.pairs(), timings);
            out.printf("  reading minutes and hours     %s%n", benchmark.reading.spread("%,.1f"));
            out.printf("  reading and correlating       %s%n", benchmark.whole.spread("%,.1f"));
            out.printf("  rival: corr, without rhythm   %s%n", benchmark.rival.spread("%,.0f"));
            out.printf("  times faster                  %.1f%n", benchmark.rival.median() / benchmark.whole.median());
        }
    }

    private void fill(int timings) throws SQLException {
        RandomTimings random = new RandomTimings(0);
        Duration step = DAY.dividedBy(BATCHES);
        for (int batch = 0; batch < BATCHES; batch++) {
            server.storage()
                    .timings()
                    .append(random.over(day.from().plus(step.multipliedBy(batch)), step, timings / BATCHES));
            server.storage().upkeep().fold();
        }
        server.execute("vacuum analyze");
    }

    private Tested measure() throws SQLException {
        Tested tested = new Tested(0, 0, 0);
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            SortedMap<String, Series> minutes = server.storage().series().means(day, MINUTE);
            SortedMap<String, Series> hours =
                    server.storage().series().means(TimeRange.endingAt(day.from(), HISTORY), HOUR);
            long read = System.nanoTime();
            tested = Correlations.of(minutes, hours, CorrelationSettings.DEFAULT).tested();
            if (round >= 0) {
                reading.add((read - start) / 1e6);
                whole.add((System.nanoTime() - start) / 1e6);
            }
        }
        for (int round = 0; round < RIVAL_ROUNDS; round++) {
            long start = System.nanoTime();
            corr();
            rival.add((System.nanoTime() - start) / 1e6);
        }
        return tested;
    }

    private void corr() throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(RIVAL)) {
            statement.setObject(1, day.from().atOffset(ZoneOffset.UTC));
            statement.setObject(2, day.to().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getDouble(3);
                }
            }
        }
    }
}
