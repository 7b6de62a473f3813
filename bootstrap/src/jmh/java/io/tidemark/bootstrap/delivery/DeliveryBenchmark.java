package io.tidemark.bootstrap.delivery;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How many notifications a daemon sends in a second when many wait, and how long an alert takes from being raised until its
 * request is at the receiver; the same for Alertmanager, in turn. Takes a regular expression over its name, delivery, and
 * {@code full} or {@code smoke}; the program of Alertmanager is named by the system property {@value #RIVAL}.
 */
public final class DeliveryBenchmark {
    private static final String RIVAL = "bench.alertmanager";
    private static final long MILLIS_BETWEEN_ALERTS = 25;
    private static final double NANOS_IN_A_MILLI = 1e6;

    private final Receiver receiver = new Receiver();
    private final int rounds;
    private final int waiting;
    private final int single;
    private int run;

    private DeliveryBenchmark(boolean smoke) throws IOException {
        rounds = smoke ? 1 : Integer.getInteger("bench.rounds", 7);
        waiting = smoke ? 200 : 5_000;
        single = smoke ? 20 : 200;
    }

    public static void main(String[] arguments) throws Exception {
        if (!"delivery".matches(arguments[0])) {
            return;
        }
        Path folder = Files.createTempDirectory("delivery-benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), phase -> {});
                Storage storage = Storages.create("postgres", settings(postgres), Clock.systemUTC())) {
            storage.prepare();
            new DeliveryBenchmark(arguments[1].equals("smoke")).run(storage, folder);
        }
        // HTTP clients keep threads for a while.
        System.exit(0);
    }

    private static StorageSettings settings(EmbeddedPostgres postgres) {
        return new StorageSettings(Map.of(
                "url", postgres.jdbcUrl(),
                "user", postgres.user(),
                "password", postgres.password().reveal(),
                "schema", "tidemark"));
    }

    private void run(Storage storage, Path folder) throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Ours(storage, receiver.address(), Files.createDirectories(folder.resolve("ours"))));
        rival(Files.createDirectories(folder.resolve("rival"))).ifPresent(contenders::add);
        try {
            List<List<Double>> rates = new ArrayList<>();
            List<List<Double>> firsts = new ArrayList<>();
            List<List<Double>> medians = new ArrayList<>();
            List<List<Double>> tails = new ArrayList<>();
            contenders.forEach(contender -> {
                rates.add(new ArrayList<>());
                firsts.add(new ArrayList<>());
                medians.add(new ArrayList<>());
                tails.add(new ArrayList<>());
            });
            for (int round = -1; round < rounds; round++) {
                for (int i = 0; i < contenders.size(); i++) {
                    Drained drained = drained(contenders.get(i));
                    double[] millis = latencies(contenders.get(i));
                    if (round >= 0) {
                        rates.get(i).add(drained.rate());
                        firsts.get(i).add(drained.millisToFirst());
                        medians.get(i).add(at(millis, 0.5));
                        tails.get(i).add(at(millis, 0.99));
                    }
                }
            }
            print("drained a second", contenders, rates, "%,.0f");
            print("started to first of many, ms", contenders, firsts, "%.1f");
            print("raised to receiver, p50 ms", contenders, medians, "%.2f");
            print("raised to receiver, p99 ms", contenders, tails, "%.2f");
        } finally {
            for (Contender contender : contenders) {
                contender.close();
            }
            receiver.close();
        }
    }

    private Optional<Contender> rival(Path folder) throws IOException, InterruptedException {
        String program = System.getProperty(RIVAL, "");
        if (program.isEmpty() || !Files.isExecutable(Path.of(program))) {
            System.out.printf(
                    "There is no Alertmanager to compare with: name its program with -D%s=/path/to/prometheus-alertmanager%n",
                    RIVAL);
            return Optional.empty();
        }
        return Optional.of(new Alertmanager(Path.of(program), receiver.address(), folder));
    }

    /** What many that wait are sent at. */
    private record Drained(double rate, double millisToFirst) {}

    private Drained drained(Contender contender) throws IOException, InterruptedException {
        List<String> marks = marks(waiting);
        receiver.expect(waiting);
        long start = contender.sendAll(marks);
        LongSummaryStatistics arrivals =
                receiver.await().values().stream().mapToLong(Long::longValue).summaryStatistics();
        return new Drained(
                waiting * 1e9 / (arrivals.getMax() - start), (arrivals.getMin() - start) / NANOS_IN_A_MILLI);
    }

    private double[] latencies(Contender contender) throws IOException, InterruptedException {
        List<String> marks = marks(single);
        long[] raised = new long[single];
        receiver.expect(single);
        for (int i = 0; i < single; i++) {
            raised[i] = System.nanoTime();
            contender.sendOne(marks.get(i));
            long spent = System.nanoTime() - raised[i];
            TimeUnit.NANOSECONDS.sleep(Math.max(0, TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_ALERTS) - spent));
        }
        Map<String, Long> arrivals = receiver.await();
        double[] millis = IntStream.range(0, single)
                .mapToDouble(i -> (arrivals.get(marks.get(i)) - raised[i]) / NANOS_IN_A_MILLI)
                .toArray();
        Arrays.sort(millis);
        return millis;
    }

    private List<String> marks(int count) {
        run++;
        return IntStream.range(0, count)
                .mapToObj(i -> "mark-%d-%d".formatted(run, i))
                .toList();
    }

    private static void print(String what, List<Contender> contenders, List<List<Double>> figures, String format) {
        System.out.println(what);
        for (int i = 0; i < contenders.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-34s %s%n",
                    contenders.get(i).name(),
                    spread(figures.get(i), format));
        }
        if (contenders.size() == 2) {
            List<Double> ratios = IntStream.range(0, figures.get(0).size())
                    .mapToObj(round -> figures.get(0).get(round) / figures.get(1).get(round))
                    .toList();
            System.out.printf(Locale.ROOT, "  %-34s %s%n", "ours to theirs", spread(ratios, "%.2f"));
        }
    }

    private static String spread(List<Double> figures, String format) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                at(sorted, 0.5),
                at(sorted, 0.25),
                at(sorted, 0.75));
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.round(quantile * (sorted.length - 1))];
    }
}
