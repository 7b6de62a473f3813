package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import io.tidemark.domain.timing.DurationText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** What was found of operations, a line for each; the worst of their anomalies stand below it. */
final class DetectionTable {
    private static final int WIDTH = 120;
    private static final int WORST = 3;
    private static final Map<String, String> COLOURS = Map.of("CRITICAL", "red,bold", "WARNING", "yellow");

    private final Ansi ansi;

    DetectionTable(Ansi ansi) {
        this.ansi = ansi;
    }

    /** Whether there is something that a person should look at. */
    static boolean isOutOfTheOrdinary(JsonNode operation) {
        return !Text.of(operation, "kind", "failed").equals("normal");
    }

    /** Without operations that are normal, unless all are wanted; none when there is nothing to show. */
    List<String> lines(JsonNode operations, boolean all) {
        var table = new Table(
                WIDTH,
                ansi,
                left("OPERATION", 28),
                left("KIND", 21),
                left("SEVERITY", 8).coloured(COLOURS),
                right("SLOW", 6),
                right("QUICK", 6),
                right("P99 BEFORE", 10),
                right("AFTER", 8),
                right("CHANGE", 8),
                left("OUTCOME", 20));
        int shown = 0;
        for (var operation : operations) {
            if (all || isOutOfTheOrdinary(operation)) {
                shown++;
                table.row(cells(operation));
                notes(table, operation);
            }
        }
        return shown == 0 ? List.of() : table.lines();
    }

    private static String[] cells(JsonNode operation) {
        var window = operation.path("window");
        var degradation = operation.path("degradation");
        return new String[] {
            Text.of(operation, "operation", "?"),
            Text.of(operation, "kind", "-").replace('_', ' '),
            Text.of(operation, "severity", "-"),
            Text.of(window, "slow", "-"),
            Text.of(window, "quick", "-"),
            duration(degradation.path("oldP99Micros")),
            duration(degradation.path("newP99Micros")),
            percent(degradation.path("percent")),
            Text.of(operation, "outcome", "?").replace('_', ' ')
        };
    }

    private static void notes(Table table, JsonNode operation) {
        var failure = Text.of(operation, "failure", "");
        if (!failure.isEmpty()) {
            table.note("    " + failure);
        }
        var anomalies = operation.path("anomalies");
        for (int i = 0; i < Math.min(WORST, anomalies.size()); i++) {
            table.note(anomaly(anomalies.path(i), operation.path("window")));
        }
    }

    private static String anomaly(JsonNode anomaly, JsonNode window) {
        var expected = Text.of(anomaly, "expectedBecause", "");
        return "    %s  timing %s took %s, normal is %s, score %s%s%s"
                .formatted(
                        Text.of(anomaly, "at", "?"),
                        Text.of(anomaly, "metricId", "?"),
                        duration(anomaly.path("durationMicros")),
                        duration(window.path("normalMicros")),
                        Text.of(anomaly, "score", "?"),
                        anomaly.path("extreme").asBoolean(false) ? ", extreme" : "",
                        expected.isEmpty() ? "" : ", expected: " + expected);
    }

    private static String duration(JsonNode micros) {
        return micros.isNumber() ? DurationText.of(micros.asDouble()) : "-";
    }

    private static String percent(JsonNode percent) {
        return percent.isNumber() ? String.format(Locale.ROOT, "%+.1f %%", percent.asDouble()) : "-";
    }
}
