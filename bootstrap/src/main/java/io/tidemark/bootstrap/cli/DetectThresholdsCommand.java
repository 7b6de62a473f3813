package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = operation == null ? daemon.client().get(PATH) : change(operation);
        if (json) {
            output.out().println(answer.toPrettyString());
        } else if (reset) {
            output.out().println("What holds for all holds for " + Text.of(answer, "reset", "?") + " again.");
        } else {
            lines(operation == null ? answer.path("rules") : answer).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private JsonNode change(String of) {
        var path = PATH + "/" + DaemonClient.encoded(of);
        return reset ? daemon.client().delete(path) : daemon.client().put(path, rule());
    }

    private Map<String, @Nullable Object> rule() {
        var rule = new LinkedHashMap<String, @Nullable Object>();
        rule.put("warning", warning);
        rule.put("critical", critical);
        rule.put("alerting", alerting);
        return rule;
    }

    private static List<String> lines(JsonNode rules) {
        var table =
                new Table(left("OPERATION", 40), right("WARNING", 8), right("CRITICAL", 8), left("ALERTS ALSO", 70));
        var all = rules.isArray() ? rules : List.of(rules);
        if (rules.isArray() && rules.isEmpty()) {
            return List.of("No operation has thresholds of its own.");
        }
        for (var rule : all) {
            var kinds = StreamSupport.stream(rule.path("alerting").spliterator(), false)
                    .map(kind -> Text.printable(kind.asString()))
                    .collect(Collectors.joining(", "));
            table.row(
                    Text.of(rule, "operation", "?"),
                    Text.of(rule, "warning", "?"),
                    Text.of(rule, "critical", "?"),
                    kinds.isEmpty() ? "-" : kinds);
        }
        return table.lines();
    }
}
