package io.tidemark.bootstrap.cli;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "load",
        description = "Loads 82 made-up timings, a trace and merges, and calculates their baselines.",
        footer = {"%nExample:", "  tidemark sample load"})
final class SampleLoadCommand implements Callable<Integer> {
    private static final double MICROS_PER_MILLI = 1_000;

    @Option(names = "--force", description = "Although the database holds timings already: they mix.")
    private boolean force;

    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().post("/api/v1/sample", Map.of("force", force));
        if (json) {
            output.out().println(answer.toPrettyString());
            return ExitCode.FINE;
        }
        output.out().println(line("OPERATION", "SAMPLES", "P95 ms", "P99 ms", "MULTIPLIER"));
        answer.path("baselines")
                .forEach(baseline -> output.out()
                        .println(line(
                                Text.of(baseline, "operation", "?"),
                                Text.of(baseline, "samples", "?"),
                                millis(baseline, "p95Micros"),
                                millis(baseline, "p99Micros"),
                                Text.of(baseline, "multiplier", "?"))));
        return ExitCode.FINE;
    }

    private static String millis(JsonNode baseline, String key) {
        return String.format(Locale.ROOT, "%.1f", baseline.path(key).asDouble(0) / MICROS_PER_MILLI);
    }

    private static String line(String operation, String samples, String p95, String p99, String multiplier) {
        return String.format(Locale.ROOT, "%-22s  %7s  %8s  %8s  %10s", operation, samples, p95, p99, multiplier);
    }
}
