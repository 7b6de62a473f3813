package io.tidemark.adapters.postgres;

import io.tidemark.application.baseline.BaselineDesk;
import io.tidemark.application.baseline.BaselineRules;
import io.tidemark.application.baseline.Recalculated;
import io.tidemark.application.baseline.RecalculationRequest;
import io.tidemark.application.baseline.RecalculationRequest.Asked;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.timing.Scope;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Recalculating the baselines of 33 operations from the timings of seven days: all replaced, which is the worst case, and
 * all unchanged; and calculating a single one, exactly.
 *
 * <p>The rival is what an SQL user would do: {@code calculate_performance_baseline}, once for each operation.
 */
final class BaselinesBenchmark {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int BATCH = 10_000;
    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 31;
    private static final int RIVAL_ROUNDS = 5;
    private static final String RIVAL =
            "select calculate_performance_baseline('operation_' || n, null, 7) from generate_series(0, 32) as n";

    private final BenchmarkServer server;
    private final BaselineDesk desk;

    private BaselinesBenchmark(BenchmarkServer server) {
        this.server = server;
        BaselineRules rules =
                new BaselineRules(operation -> BaselinePolicy.DEFAULT, BaselineRules.DEFAULT_TIME_LIMIT);
        this.desk = BaselineDesk.over(server.storage(), rules, sightings -> {}, operation -> Optional.empty(), Clock.systemUTC());
    }

    static void run(PrintStream out, int timings) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start()) {
            BaselinesBenchmark benchmark = new BaselinesBenchmark(server);
            benchmark.fill(timings);
            out.printf("baselines: %d operations, %,d timings of 7 days; ms (median, quartiles)%n",
                    RandomTimings.OPERATIONS, timings);
            benchmark.compare(out);
        }
    }

    private void fill(int timings) throws SQLException {
        RandomTimings random = new RandomTimings();
        int batches = timings / BATCH;
        Duration step = WEEK.dividedBy(batches);
        Instant from = Clock.systemUTC().instant().minus(WEEK).plus(Duration.ofMinutes(5));
        for (int batch = 0; batch < batches; batch++) {
            server.storage().timings().append(random.over(from.plus(step.multipliedBy(batch)), step, BATCH));
        }
        server.storage().upkeep().fold();
        server.execute("vacuum analyze");
    }

    private void compare(PrintStream out) throws SQLException {
        Figures replaced = measured(ROUNDS, () -> recalculated(Force.EVEN_IF_DOUBLED));
        Figures unchanged = measured(ROUNDS, () -> recalculated(Force.NO));
        Figures one = measured(ROUNDS, () -> desk.baselines().calculate(Scope.of("operation_7"), "benchmark"));
        Figures rival = measured(RIVAL_ROUNDS, () -> server.execute(RIVAL));
        out.printf("  all replaced                    %s%n", replaced.spread("%,.1f"));
        out.printf("  all unchanged                   %s%n", unchanged.spread("%,.1f"));
        out.printf("  a single one, exactly           %s%n", one.spread("%,.1f"));
        out.printf("  rival: the SQL function for all %s%n", rival.spread("%,.0f"));
        out.printf("  times faster, all replaced      %.0f%n", rival.median() / replaced.median());
    }

    private void recalculated(Force force) {
        List<Recalculated> rows = desk.recalculation()
                .run(new RecalculationRequest(null, null, null, force, new Asked(Reason.MANUAL, "benchmark")));
        long withBaseline = rows.stream().filter(row -> row.baselineId() != null).count();
        if (withBaseline != RandomTimings.OPERATIONS) {
            throw new IllegalStateException("%d baselines, not %d".formatted(withBaseline, RandomTimings.OPERATIONS));
        }
    }

    private static Figures measured(int rounds, Contender.Work work) throws SQLException {
        Figures figures = new Figures(rounds);
        int warmUp = Math.min(WARM_UP_ROUNDS, rounds);
        for (int round = -warmUp; round < rounds; round++) {
            long start = System.nanoTime();
            work.run();
            if (round >= 0) {
                figures.add((System.nanoTime() - start) / 1e6);
            }
        }
        return figures;
    }
}
