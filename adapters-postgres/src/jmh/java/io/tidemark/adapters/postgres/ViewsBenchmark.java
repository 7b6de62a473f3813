package io.tidemark.adapters.postgres;

import static java.util.stream.Collectors.toMap;

import io.tidemark.domain.timing.TimeRange;
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
 * What it takes to read each dashboard view whole, over 29 days of timings of 33 operations on ten branches.
 *
 * <p>The rival is what somebody would write without roll-ups: the same figures in plain SQL over the timings themselves. Of
 * a hundred timings one belongs to a merge, which has a trace of three spans.
 */
final class ViewsBenchmark {
    private static final Duration STRETCH = Duration.ofDays(29);
    private static final int BATCH = 10_000;
    private static final int BATCHES_PER_FOLD = 20;
    private static final int TIMINGS_PER_MERGE = 100;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 21;
    private static final int RIVAL_ROUNDS = 3;

    private final BenchmarkServer server;
    private final int timings;

    private ViewsBenchmark(BenchmarkServer server, int timings) {
        this.server = server;
        this.timings = timings;
    }

    static void run(PrintStream out, int timings) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start()) {
            ViewsBenchmark benchmark = new ViewsBenchmark(server, timings);
            benchmark.fill();
            out.printf(
                    "views: %,d timings over %d days, %,d merges; ms (median, quartiles), rival: plain SQL over the rows%n",
                    timings, STRETCH.toDays(), timings / TIMINGS_PER_MERGE);
            benchmark.compare(out);
        }
    }

    private void fill() throws SQLException {
        RandomTimings random = new RandomTimings();
        TimeRange range = TimeRange.endingAt(Level.MINUTE.floor(Clock.systemUTC().instant()), STRETCH);
        int batches = timings / BATCH;
        Duration step = STRETCH.dividedBy(batches);
        for (int batch = 0; batch < batches; batch++) {
            Instant from = range.from().plus(step.multipliedBy(batch));
            server.storage().timings().append(random.over(from, step, BATCH));
            if (batch % BATCHES_PER_FOLD == 0) {
                server.storage().upkeep().fold();
            }
        }
        server.storage().upkeep().fold();
        server.execute(SqlFile.read("views_data.sql").replace(":merges", "" + timings / TIMINGS_PER_MERGE));
        server.execute("vacuum analyze");
    }

    private void compare(PrintStream out) throws SQLException {
        Map<String, String> rivals = PlainView.all().stream().collect(toMap(PlainView::view, PlainView::query));
        double merges = 0;
        for (String view : views()) {
            Figures ours = measured("select * from " + view, ROUNDS);
            merges += view.startsWith("v_merge_") ? ours.median() : 0;
            out.printf("  %-38s %-24s", view, ours.spread("%,.1f"));
            if (rivals.containsKey(view)) {
                Figures rival = measured(rivals.get(view), RIVAL_ROUNDS);
                out.printf(" rival %-28s times faster %.0f", rival.spread("%,.0f"), rival.median() / ours.median());
            }
            out.println();
        }
        out.printf("  %-38s %.1f%n", "all merge views together", merges);
    }

    private Figures measured(String query, int rounds) throws SQLException {
        Figures millis = new Figures(rounds);
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            for (int round = Math.max(-WARM_UP_ROUNDS, 1 - rounds); round < rounds; round++) {
                long start = System.nanoTime();
                try (ResultSet rows = statement.executeQuery(query)) {
                    rows.getMetaData();
                }
                if (round >= 0) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        return millis;
    }

    private List<String> views() throws SQLException {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement()) {
            return PlainView.views(statement);
        }
    }
}
