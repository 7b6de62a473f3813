package io.tidemark.adapters.postgres;

import io.tidemark.application.backtest.BacktestQuestion;
import io.tidemark.application.backtest.Backtests;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.backtest.Rehearsal.Ways;
import io.tidemark.domain.backtest.Rule;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import io.tidemark.domain.baseline.RhythmTally;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What it costs to look at the past of 33 operations: the rhythm of each, and a backtest of all of them. */
final class PastBenchmark {
    private static final Duration MONTH = Duration.ofDays(29);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int BATCH = 10_000;
    private static final int BATCHES_PER_FOLD = 20;
    private static final int ROUNDS = 5;

    private final BenchmarkServer server;
    private final TimeRange range;

    private PastBenchmark(BenchmarkServer server, TimeRange range) {
        this.server = server;
        this.range = range;
    }

    static void run(PrintStream out, int timings) throws Exception {
        Instant now = Level.MINUTE.floor(Clock.systemUTC().instant());
        try (BenchmarkServer server = BenchmarkServer.start()) {
            PastBenchmark benchmark = new PastBenchmark(server, TimeRange.endingAt(now, MONTH));
            benchmark.fill(timings);
            out.printf("past: %d operations over %d days, %,d timings; ms (median, quartiles)%n",
                    RandomTimings.OPERATIONS, MONTH.toDays(), timings);
            out.printf("  rhythm of all operations     %s%n", measured(benchmark::rhythms).spread("%,.0f"));
            for (Rule rule : Rule.values()) {
                out.printf("  backtest of all, %-10s  %s%n",
                        rule.word(), measured(() -> benchmark.backtest(rule)).spread("%,.0f"));
            }
        }
    }

    private void fill(int timings) throws SQLException {
        RandomTimings random = new RandomTimings(0);
        int batches = timings / BATCH;
        Duration step = MONTH.dividedBy(batches);
        for (int batch = 0; batch < batches; batch++) {
            server.storage().timings().append(random.over(range.from().plus(step.multipliedBy(batch)), step, BATCH));
            if (batch % BATCHES_PER_FOLD == 0) {
                server.storage().upkeep().fold();
            }
        }
        server.storage().upkeep().fold();
        server.storage().upkeep().dropOutdated();
        server.execute("vacuum analyze");
    }

    private static Figures measured(Runnable work) {
        Figures figures = new Figures(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            figures.add((System.nanoTime() - start) / 1e6);
        }
        return figures;
    }

    private void rhythms() {
        RollupReader rollups = server.storage().rollups();
        for (int operation = 0; operation < RandomTimings.OPERATIONS; operation++) {
            RhythmTally tally = new RhythmTally(RhythmPolicy.DEFAULT);
            rollups.steps(Scope.of("operation_" + operation), range, HOUR).forEach(tally::add);
            tally.rhythm();
        }
    }

    private void backtest(Rule rule) {
        Backtests backtests = new Backtests(
                server.storage().rollups(),
                server.storage().alertReader(),
                operation -> new Ways(BaselinePolicy.DEFAULT, RhythmPolicy.DEFAULT),
                HOUR,
                Clock.systemUTC());
        backtests.run(new BacktestQuestion(null, rule, null, (int) MONTH.toDays(), 1));
    }
}
