package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "show",
        description = "Shows one alert: what was expected, what was found, and what would have kept it quiet.",
        footer = {"%nExamples:", "  tidemark alerts show 12", "  tidemark alerts show 12 --json"})
final class AlertsShowCommand implements Callable<Integer> {
    private static final int CHART_WIDTH = 60;

    @Parameters(paramLabel = "ID", description = "The number of the alert, as listed.")
    private long id;

    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/alerts/" + id);
        if (json) {
            output.out().println(answer.toPrettyString());
        } else {
            lines(answer.path("alert"), answer.path("evidence")).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private static List<String> lines(JsonNode alert, JsonNode evidence) {
        var lines = new ArrayList<String>();
        lines.add("%s  %s  %s"
                .formatted(Text.of(alert, "severity", "?"), Text.of(alert, "type", "?"), Text.of(alert, "state", "?")));
        lines.add(Text.of(alert, "summary", "?"));
        lines.add("Seen %s times, first %s, last %s."
                .formatted(
                        Text.of(alert, "occurrences", "?"),
                        Text.of(alert, "firstSeen", "?"),
                        Text.of(alert, "lastSeen", "?")));
        lines.add(Text.of(alert, "why", "Nobody noted why."));
        chart(evidence, lines);
        alert.path("deliveries")
                .forEach(delivery -> lines.add("Told %s: %s"
                        .formatted(Text.of(delivery, "destination", "?"), Text.of(delivery, "status", "?"))));
        return lines;
    }

    /** The last values, and below them which were outside of what was expected. */
    private static void chart(JsonNode evidence, List<String> lines) {
        var recent = StreamSupport.stream(evidence.path("recentMicros").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        if (recent.length == 0) {
            return;
        }
        var chart = new TextChart(recent, CHART_WIDTH);
        lines.add(chart.line());
        lines.add(chart.outside(
                evidence.path("expectedLowMicros").asDouble(),
                evidence.path("expectedHighMicros").asDouble()));
    }
}
