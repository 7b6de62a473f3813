package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "health",
        description =
                "Says how far baselines can be trusted; the exit code is 1 when one is very stale, held, or has crept.",
        footer = {"%nExamples:", "  tidemark baseline health", "  tidemark baseline health --json"})
final class BaselineHealthCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/baselines/health");
        var baselines = answer.path("baselines");
        if (json) {
            output.out().println(answer.toPrettyString());
        } else {
            output.out().println(summary(answer));
            BaselineTables.active(baselines).forEach(output.out()::println);
        }
        return StreamSupport.stream(baselines.spliterator(), false).anyMatch(BaselineHealthCommand::isToBeLookedAt)
                ? ExitCode.FOUND
                : ExitCode.FINE;
    }

    private static String summary(JsonNode health) {
        var coverage = health.path("coverage");
        var alerts = health.path("effectiveness");
        return "%s of %s tracked operations with timings have a baseline. Alerts of 30 days: %s raised, %s useful, %s noise."
                .formatted(
                        Text.of(coverage, "covered", "?"),
                        Text.of(coverage, "timed", "?"),
                        Text.of(alerts, "raised", "?"),
                        Text.of(alerts, "useful", "?"),
                        Text.of(alerts, "noise", "?"));
    }

    private static boolean isToBeLookedAt(JsonNode one) {
        return Text.of(one, "freshness", "").equals("VERY_STALE")
                || !Text.of(one, "held", "").isEmpty()
                || one.path("reference").path("crept").asBoolean(false);
    }
}
