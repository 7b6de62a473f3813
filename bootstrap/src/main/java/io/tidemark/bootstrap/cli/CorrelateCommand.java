package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "correlate",
        description = "Tells which operations move together, and what they are likely to share.",
        footer = {
            "%nExamples:",
            "  tidemark correlate",
            "  tidemark correlate --hours 6 --threshold 0.6",
            "  tidemark correlate --raw --json",
            "  tidemark correlate rules list"
        })
final class CorrelateCommand implements Callable<Integer> {
    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "How far to look back: ${DEFAULT-VALUE} if left out.")
    private int hours;

    @Option(
            names = "--threshold",
            paramLabel = "R",
            defaultValue = "0.75",
            description = "From which coefficient on, above 0 and up to 1: ${DEFAULT-VALUE} if left out.")
    private double threshold;

    @Option(
            names = "--raw",
            description = "Takes the series as they are: everything that follows the daily load correlates then.")
    private boolean raw;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .get("/api/v1/correlations?hours=%d&threshold=%s&raw=%s"
                        .formatted(hours, DaemonClient.encoded(Double.toString(threshold)), raw));
        return conversation.show(
                answer, this::lines, found -> !found.path("groups").isEmpty());
    }

    private List<String> lines(JsonNode answer) {
        var lines = new ArrayList<>(pairs(answer));
        lines.addAll(groups(answer.path("groups")));
        return lines;
    }

    private List<String> pairs(JsonNode answer) {
        var tested = answer.path("tested");
        if (answer.path("pairs").isEmpty()) {
            return List.of("No correlation of %s or more among %s pairs in %d h%s."
                    .formatted(threshold, Text.of(tested, "pairs", "?"), hours, withoutVerdict(tested)));
        }
        var table = new Table(
                left("OPERATION", 30),
                left("MOVES WITH", 30),
                right("R", 6),
                right("OVER", 9),
                right("CONFIDENCE", 10),
                left("BOTH SLOW", 9),
                left("BOTTLENECK", 40));
        var advice = new LinkedHashSet<String>();
        for (var pair : answer.path("pairs")) {
            var bottleneck = Text.of(pair, "bottleneck", "?");
            table.row(
                    Text.printable(pair.path("operations").path(0).asString("?")),
                    Text.printable(pair.path("operations").path(1).asString("?")),
                    decimals(pair, "coefficient"),
                    Text.of(pair, "minutes", "?") + " min",
                    decimals(pair, "confidence"),
                    pair.path("bothDegrading").asBoolean(false) ? "yes" : "no",
                    bottleneck);
            advice.add(bottleneck + ": " + Text.of(pair, "recommendation", "?"));
        }
        return lines(table, advice);
    }

    private static List<String> lines(Table table, Set<String> advice) {
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(advice);
        return lines;
    }

    private static List<String> groups(JsonNode groups) {
        var lines = new ArrayList<String>();
        for (var group : groups) {
            var members = new ArrayList<String>();
            group.path("operations").forEach(member -> members.add(Text.printable(member.asString("?"))));
            lines.add("");
            lines.add("%s: %s degrade together. %s takes %s, normally %s."
                    .formatted(
                            Text.of(group, "severity", "?"),
                            String.join(", ", members),
                            Text.of(group, "worst", "?"),
                            Text.millis(group.path("worstMicros").asLong(0)),
                            Text.millis(group.path("worstNormalMicros").asLong(0))));
            lines.add("%s: %s".formatted(Text.of(group, "bottleneck", "?"), Text.of(group, "recommendation", "?")));
        }
        return lines;
    }

    private static String withoutVerdict(JsonNode tested) {
        long few = tested.path("tooFewCommonMinutes").asLong(0);
        long same = tested.path("noDeviation").asLong(0);
        return few + same == 0
                ? ""
                : " (no verdict on %d that have too few minutes in common, and %d that never change)"
                        .formatted(few, same);
    }

    private static String decimals(JsonNode node, String key) {
        return String.format(Locale.ROOT, "%.2f", node.path(key).asDouble(0));
    }
}
