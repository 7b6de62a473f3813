package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "detect",
        description = "Looks for timings that do not fit and operations that got slower, and raises alerts about them;"
                + " the exit code is 1 when there are any.",
        footer = {
            "%nExamples:",
            "  tidemark detect",
            "  tidemark detect commit --hours 6 --days 30",
            "  tidemark detect commit --method classic --json",
            "  tidemark detect thresholds commit --warning 4",
            "  tidemark detect expect commit --until 2026-11-30T18:00:00Z --why 'The disks are moved.'"
        })
final class DetectCommand implements Callable<Integer> {
    private enum Method {
        ROBUST,
        CLASSIC
    }

    @Parameters(
            paramLabel = "OPERATION",
            arity = "0..1",
            description = "The operation, such as commit; if left out, all that are tracked.")
    private @Nullable String operation;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description = "How far back to look for anomalies; if left out, as the daemon's settings say.")
    private @Nullable Integer hours;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "How far back to look for degradation; if left out, as the daemon's settings say.")
    private @Nullable Integer days;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "robust (median and MAD of the logarithm) or classic (mean and deviation).")
    private @Nullable Method method;

    @Option(names = "--all", description = "Prints operations that are normal, too.")
    private boolean all;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().post("/api/v1/detections", question());
        return conversation.show(
                answer,
                this::lines,
                found -> found.path("operations").valueStream().anyMatch(DetectionTable::isOutOfTheOrdinary));
    }

    private List<String> lines(JsonNode answer) {
        var lines = new ArrayList<>(new DetectionTable(conversation.ansi()).lines(answer.path("operations"), all));
        lines.add(Text.of(answer, "summary", "?") + ".");
        return lines;
    }

    private Map<String, @Nullable Object> question() {
        var question = new LinkedHashMap<String, @Nullable Object>();
        question.put("operation", operation);
        question.put("hours", hours);
        question.put("days", days);
        question.put("method", method == null ? null : method.name());
        return question;
    }
}
