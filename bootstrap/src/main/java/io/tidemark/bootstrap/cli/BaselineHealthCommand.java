package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "health",
        description =
                "Says how far baselines can be trusted; the exit code is 1 when one is very stale, held, or has crept.",
        footer = {"%nExamples:", "  tidemark baseline health", "  tidemark baseline health --json"})
final class BaselineHealthCommand implements Callable<Integer> {
    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/baselines/health");
        return conversation.show(
                answer,
                BaselineHealthCommand::lines,
                health -> health.path("baselines").valueStream().anyMatch(BaselineHealthCommand::isToBeLookedAt));
    }

    private static List<String> lines(JsonNode health) {
        var lines = new ArrayList<>(List.of(summary(health)));
        lines.addAll(BaselineTables.ACTIVE.lines(health.path("baselines")));
        return lines;
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
