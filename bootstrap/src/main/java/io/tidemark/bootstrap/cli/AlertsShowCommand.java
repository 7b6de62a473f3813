package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/alerts/" + id);
        return conversation.show(answer, AlertsShowCommand::lines);
    }

    private static List<String> lines(JsonNode answer) {
        var alert = answer.path("alert");
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
        chart(answer.path("evidence"), lines);
        course(alert, lines);
        alert.path("deliveries")
                .forEach(delivery -> lines.add("Told %s: %s"
                        .formatted(Text.of(delivery, "destination", "?"), Text.of(delivery, "status", "?"))));
        return lines;
    }

    /** How it went on, and why nobody was told, if nobody was. */
    private static void course(JsonNode alert, List<String> lines) {
        var taken = alert.path("acknowledged");
        if (taken.isObject()) {
            lines.add("Acknowledged by %s at %s%s%s."
                    .formatted(
                            Text.of(taken, "by", "?"),
                            Text.of(taken, "at", "?"),
                            optional(" until ", Text.of(taken, "until", "")),
                            optional(": ", Text.of(taken, "note", ""))));
        }
        var end = alert.path("resolved");
        if (end.isObject()) {
            lines.add("Resolved at %s%s.".formatted(Text.of(end, "at", "?"), optional(" by ", Text.of(end, "by", ""))));
        }
        var quiet = alert.path("quiet");
        if (quiet.isObject()) {
            lines.add("Not told: %s%s%s."
                    .formatted(
                            Text.of(quiet, "reason", "?"),
                            optional(", ", Text.of(quiet, "by", "")),
                            optional(", until ", Text.of(quiet, "until", ""))));
        }
    }

    private static String optional(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    /** The last values, and below them which were outside of what was expected. */
    private static void chart(JsonNode evidence, List<String> lines) {
        var recent = evidence.path("recentMicros")
                .valueStream()
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
