package io.tidemark.adapters.postgres;

/**
 * Runs the benchmarks of this module.
 *
 * <p>Takes which of them, as a regular expression over their names (ingest, growth, quantiles, baselines, sql, retention,
 * past, correlation, detection, views), and {@code
 * full} or {@code smoke}: the latter shows only that they run.
 */
final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String which = arguments[0];
        boolean smoke = arguments[1].equals("smoke");
        if ("ingest".matches(which)) {
            IngestBenchmark.run(System.out, smoke ? 1 : 15);
        }
        if ("growth".matches(which)) {
            GrowthBenchmark.run(System.out, smoke ? 100_000 : 10_000_000);
        }
        if ("quantiles".matches(which)) {
            QuantileBenchmark.run(System.out, smoke ? 100_000 : 10_000_000);
        }
        if ("baselines".matches(which)) {
            BaselinesBenchmark.run(System.out, smoke ? 20_000 : 100_000);
        }
        if ("past".matches(which)) {
            PastBenchmark.run(System.out, smoke ? 100_000 : 10_000_000);
        }
        if ("sql".matches(which)) {
            SqlBenchmark.run(System.out, smoke ? 200 : 10_000);
        }
        if ("correlation".matches(which)) {
            CorrelationBenchmark.run(System.out, smoke ? 50_000 : 500_000);
        }
        if ("retention".matches(which)) {
            RetentionBenchmark.run(System.out, smoke ? 20 : 1_000);
        }
        if ("views".matches(which)) {
            ViewsBenchmark.run(System.out, smoke ? 20_000 : 100_000);
            if (!smoke) {
                ViewsBenchmark.run(System.out, 10_000_000);
            }
        }
        if ("detection".matches(which)) {
            DetectionBenchmark.run(System.out, 100_000);
        }
    }
}
