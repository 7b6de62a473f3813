package io.tidemark.adapters.postgres;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.Desk;
import io.tidemark.application.alert.Router;
import io.tidemark.application.detect.Detection;
import io.tidemark.application.detect.DetectionSettings;
import io.tidemark.application.detect.Scan;
import io.tidemark.application.detect.Windows;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.anomaly.Method;
import io.tidemark.domain.anomaly.Yardstick;
import io.tidemark.domain.statistics.Spread;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Detection on 33 operations over a week, against what was asked for; median and MAD against sorting. */
final class DetectionBenchmark {
    private static final int BATCH = 10_000;
    private static final int WARM_UP_ROUNDS = 100;
    private static final int ROUNDS = 21;
    private static final int VALUES = 100_000;

    private DetectionBenchmark() {}

    static void run(PrintStream out, int timings) throws Exception {
        Clock clock = Clock.systemUTC();
        Instant now = Level.MINUTE.floor(clock.instant());
        out.printf("detection: 33 operations over 7 days, %,d timings; ms (median, quartiles)%n", timings);
        try (BenchmarkServer server = BenchmarkServer.start()) {
            fill(server, now, timings);
            Detection detection = detection(server.storage(), clock);
            Scan all = detection.usual();
            Scan one = all.ofOperation("operation_7");
            Scan year = all.over(new Windows(24, 365));
            print(out, "one operation, 24 hours and 7 days (at most 50)", () -> detection.look(one));
            print(out, "one operation, both methods (at most 20)", () -> {
                detection.look(one.by(Method.ROBUST));
                detection.look(one.by(Method.CLASSIC));
            });
            print(out, "33 operations, 24 hours and 7 days (at most 1,000)", () -> detection.look(all));
            print(out, "33 operations, 365 days (at most 1,000)", () -> detection.look(year));
        }
        pure(out, now);
    }

    private static void pure(PrintStream out, Instant now) {
        SplittableRandom random = new SplittableRandom(42);
        List<Measured> thousand = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            thousand.add(new Measured(i, 1 + (long) (500 * Math.exp(random.nextDouble() * 5)), now));
        }
        print(out, "1,000 timings in memory (at most 10)", () -> AnomalyRule.DEFAULT.judgeAll(thousand));
        double[] values = random.doubles(VALUES).toArray();
        print(out, "median and MAD of 100,000 values (at most 2)", () -> Spread.of(values));
        print(out, "rival: sorting them", () -> Arrays.sort(values.clone()));
        print(out, "robust yardstick of 100,000 durations", () -> Yardstick.robust(micros(values)));
    }

    private static long[] micros(double[] values) {
        return Arrays.stream(values).mapToLong(value -> 1 + (long) (value * 1e6)).toArray();
    }

    private static void fill(BenchmarkServer server, Instant now, int timings) throws Exception {
        RandomTimings random = new RandomTimings(0);
        int batches = timings / BATCH;
        Duration step = Duration.ofDays(7).dividedBy(batches);
        Instant from = now.minus(Duration.ofDays(7));
        for (int batch = 0; batch < batches; batch++) {
            server.storage()
                    .timings()
                    .append(random.over(from.plus(step.multipliedBy(batch)), step, BATCH));
        }
        server.storage().upkeep().fold();
        server.execute("vacuum analyze");
    }

    private static Detection detection(Storage storage, Clock clock) {
        AlertDesk desk = Desk.over(storage, AlertPolicy.DEFAULT, List.of(), new Router(storage.routes()), clock)
                .alerts();
        return new Detection(storage, DetectionSettings.DEFAULT, desk, clock);
    }

    private static void print(PrintStream out, String what, Runnable work) {
        Figures figures = new Figures(ROUNDS);
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            if (round >= 0) {
                figures.add((System.nanoTime() - start) / 1e6);
            }
        }
        out.printf("  %-52s %s%n", what, figures.spread("%,.2f"));
    }
}
