package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
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

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().post("/api/v1/sample", Map.of("force", force));
        return conversation.show(answer, SampleLoadCommand::lines);
    }

    private static List<String> lines(JsonNode answer) {
        var lines = new ArrayList<>(List.of(line("OPERATION", "SAMPLES", "P95 ms", "P99 ms", "MULTIPLIER")));
        for (var baseline : answer.path("baselines")) {
            lines.add(line(
                    Text.of(baseline, "operation", "?"),
                    Text.of(baseline, "samples", "?"),
                    millis(baseline, "p95Micros"),
                    millis(baseline, "p99Micros"),
                    Text.of(baseline, "multiplier", "?")));
        }
        return lines;
    }

    private static String millis(JsonNode baseline, String key) {
        return String.format(Locale.ROOT, "%.1f", baseline.path(key).asDouble(0) / MICROS_PER_MILLI);
    }

    private static String line(String operation, String samples, String p95, String p99, String multiplier) {
        return String.format(Locale.ROOT, "%-22s  %7s  %8s  %8s  %10s", operation, samples, p95, p99, multiplier);
    }
}
