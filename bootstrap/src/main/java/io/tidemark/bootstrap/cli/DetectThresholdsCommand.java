package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "thresholds",
        description =
                "Says from which score on timings of an operation are anomalies, and what else of it raises alerts;"
                        + " lists what was said when no operation is named.",
        footer = {
            "%nExamples:",
            "  tidemark detect thresholds",
            "  tidemark detect thresholds commit --warning 4 --critical 6",
            "  tidemark detect thresholds commit --alert sustained_degradation,single_spike",
            "  tidemark detect thresholds commit --reset"
        })
final class DetectThresholdsCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/detection-rules";
    private static final Listing RULES = Listing.of(
                    left("OPERATION", 40, "operation"),
                    right("WARNING", 8, "warning"),
                    right("CRITICAL", 8, "critical"),
                    left("ALERTS ALSO", 70, DetectThresholdsCommand::kinds))
            .whenEmpty("No operation has thresholds of its own.");

    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "The operation, such as commit.")
    private @Nullable String operation;

    @Option(names = "--warning", paramLabel = "SCORE", description = "From here on it is an anomaly; 3 if left out.")
    private @Nullable Double warning;

    @Option(names = "--critical", paramLabel = "SCORE", description = "From here on it is a bad one; 4 if left out.")
    private @Nullable Double critical;

    @Option(
            names = "--alert",
            paramLabel = "KIND",
            split = ",",
            description = "Kinds that raise an alert although they would only be listed: single_spike,"
                    + " sustained_degradation, mild_degradation.")
    private List<String> alerting = List.of();

    @Option(names = "--reset", description = "Takes back what was said of the operation.")
    private boolean reset;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = operation == null ? conversation.client().get(PATH) : change(operation);
        return conversation.show(answer, this::lines);
    }

    private List<String> lines(JsonNode answer) {
        return reset
                ? List.of("What holds for all holds for " + Text.of(answer, "reset", "?") + " again.")
                : RULES.lines(operation == null ? answer.path("rules") : answer);
    }

    private JsonNode change(String of) {
        var path = PATH + "/" + DaemonClient.encoded(of);
        return reset
                ? conversation.client().delete(QueryText.of(path).with("by", by).toString())
                : conversation.client().put(path, rule());
    }

    private Map<String, @Nullable Object> rule() {
        var rule = new LinkedHashMap<String, @Nullable Object>();
        rule.put("warning", warning);
        rule.put("critical", critical);
        rule.put("alerting", alerting);
        rule.put("by", by);
        return rule;
    }

    private static String kinds(JsonNode rule) {
        var kinds = rule.path("alerting")
                .valueStream()
                .map(kind -> Text.printable(kind.asString()))
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "-" : kinds;
    }
}
