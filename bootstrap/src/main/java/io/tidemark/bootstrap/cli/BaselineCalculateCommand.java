package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "calculate",
        description = "Calculates the baseline of an operation from its recent timings.",
        footer = {
            "%nExamples:",
            "  tidemark baseline calculate commit",
            "  tidemark baseline calculate commit --branch main --lookback-days 14 --multiplier 2.5"
        })
final class BaselineCalculateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OPERATION", description = "The operation, such as commit.")
    private String operation = "";

    @Option(names = "--branch", paramLabel = "BRANCH", description = "Only the timings of this branch.")
    private @Nullable String branch;

    @Option(
            names = "--lookback-days",
            paramLabel = "DAYS",
            description = "How far to look back; if left out, as the daemon's settings say.")
    private @Nullable Integer lookbackDays;

    @Option(
            names = "--multiplier",
            paramLabel = "TIMES",
            description = "What times p99 makes the threshold; if left out, as the daemon's settings say.")
    private @Nullable Double multiplier;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().post("/api/v1/baselines", question());
        return conversation.tell(answer, BaselineCalculateCommand::sentence);
    }

    private Map<String, @Nullable Object> question() {
        var question = new LinkedHashMap<String, @Nullable Object>();
        question.put("operation", operation);
        question.put("branch", branch);
        question.put("lookbackDays", lookbackDays);
        question.put("multiplier", multiplier);
        return question;
    }

    private static String sentence(JsonNode answer) {
        return "%s: baseline %s of %s, p99 %s from %s samples"
                .formatted(
                        Text.of(answer, "outcome", "?"),
                        Text.of(answer, "baselineId", "?"),
                        Text.of(answer, "operation", "?"),
                        Text.millis(answer.path("p99Micros").asLong(0)),
                        Text.of(answer, "samples", "?"));
    }
}
