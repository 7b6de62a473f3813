package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Timing;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether recording gets slower as the table grows: millions of timings in bursts over twenty days, and how
 * fast the first and the last tenth of them were stored.
 */
final class GrowthBenchmark {
    private static final int BATCH = 10_000;
    private static final int DAYS = 20;
    private static final Duration BURST = Duration.ofMillis(100);
    private static final int TENTHS = 10;

    private GrowthBenchmark() {}

    static void run(PrintStream out, int timings) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start()) {
            int batches = Math.max(TENTHS, timings / BATCH);
            RandomTimings random = new RandomTimings();
            Instant start = Clock.systemUTC().instant().minus(Duration.ofDays(DAYS));
            Duration step = Duration.ofDays(DAYS).dividedBy(batches);
            Figures rates = new Figures(batches);
            for (int batch = 0; batch < batches; batch++) {
                List<Timing> rows = random.over(start.plus(step.multipliedBy(batch)), BURST, BATCH);
                long before = System.nanoTime();
                server.storage().timings().append(rows);
                rates.add(BATCH * 1e9 / (System.nanoTime() - before));
            }
            Figures first = rates.part(0, batches / TENTHS);
            Figures last = rates.part(batches - batches / TENTHS, batches);
            out.printf("growth: %,d timings in batches of %,d; timings a second (median, quartiles)%n", batches * BATCH, BATCH);
            out.printf("  the first tenth %s%n", first.spread("%,.0f"));
            out.printf("  the last tenth  %s%n", last.spread("%,.0f"));
            out.printf("  ratio           %.2f%n", last.median() / first.median());
        }
    }
}
