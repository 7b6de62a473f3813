package io.tidemark.bootstrap.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the daemon says about baselines, as tables. */
final class BaselineTables {
    private static final Map<String, String> ATTENTION = Map.of(
            "NEEDS_APPROVAL", "yellow", "VERY_STALE", "red", "STALE", "yellow", "ERROR", "red", "TIMEOUT", "red");

    private BaselineTables() {}

    static List<String> active(JsonNode baselines) {
        var table = new Table(
                Table.Column.right("ID", 8),
                Table.Column.left("OPERATION", 32),
                Table.Column.right("SAMPLES", 9),
                Table.Column.right("P50", 14),
                Table.Column.right("P99", 14),
                Table.Column.right("THRESHOLD", 14),
                Table.Column.left("FRESHNESS", 10).coloured(ATTENTION),
                Table.Column.left("REFERENCE", 40));
        for (var one : baselines) {
            var baseline = one.path("baseline");
            var weak = baseline.path("weak").asBoolean(false) ? " (weak)" : "";
            table.row(
                    Text.of(baseline, "baselineId", "?"),
                    scope(baseline),
                    Text.of(baseline, "samples", "?"),
                    millis(one.path("percentiles"), "p50Micros"),
                    millis(baseline, "p99Micros") + weak,
                    millis(baseline, "thresholdMicros"),
                    Text.of(one, "freshness", "?"),
                    reference(one.path("reference")));
            var held = Text.of(one, "held", "");
            if (!held.isEmpty()) {
                table.note("          held: " + held);
            }
        }
        return table.lines();
    }

    static List<String> recalculated(JsonNode rows) {
        var table = new Table(
                Table.Column.left("OPERATION", 32),
                Table.Column.left("OUTCOME", 14).coloured(ATTENTION),
                Table.Column.right("ID", 8),
                Table.Column.right("SAMPLES", 9),
                Table.Column.right("OLD P99", 14),
                Table.Column.right("NEW P99", 14),
                Table.Column.right("CHANGE", 10),
                Table.Column.left("REASON", 24));
        for (var row : rows) {
            table.row(
                    scope(row),
                    Text.of(row, "outcome", "?"),
                    Text.of(row, "baselineId", "-"),
                    Text.of(row, "samples", "?"),
                    millis(row, "oldP99Micros"),
                    millis(row, "newP99Micros"),
                    percent(row, "percentChange"),
                    Text.of(row, "reason", "?"));
            var message = Text.of(row, "message", "");
            if (!message.isEmpty()) {
                table.note("    " + message);
            }
        }
        return table.lines();
    }

    static List<String> pending(JsonNode rows) {
        var table = new Table(
                Table.Column.right("ID", 8),
                Table.Column.left("OPERATION", 32),
                Table.Column.right("SAMPLES", 9),
                Table.Column.right("OLD P99", 14),
                Table.Column.right("NEW P99", 14),
                Table.Column.right("CHANGE", 10),
                Table.Column.left("PROPOSED AT", 27));
        for (var row : rows) {
            table.row(
                    Text.of(row, "id", "?"),
                    scope(row),
                    Text.of(row, "samples", "?"),
                    millis(row, "oldP99Micros"),
                    millis(row, "newP99Micros"),
                    percent(row, "percentChange"),
                    Text.of(row, "proposedAt", "?"));
        }
        return table.lines();
    }

    static List<String> history(JsonNode rows) {
        var table = new Table(
                Table.Column.left("AT", 27),
                Table.Column.left("OPERATION", 32),
                Table.Column.right("ID", 8),
                Table.Column.right("OLD P99", 14),
                Table.Column.right("NEW P99", 14),
                Table.Column.right("CHANGE", 10),
                Table.Column.left("REASON", 9),
                Table.Column.left("BY", 16));
        for (var row : rows) {
            var origin = row.path("origin");
            table.row(
                    Text.of(origin, "at", "?"),
                    scope(row),
                    Text.of(row, "baselineId", "?"),
                    millis(row, "oldP99Micros"),
                    millis(row, "newP99Micros"),
                    percent(row, "percentChange"),
                    Text.of(origin, "reason", "?"),
                    Text.of(origin, "by", "?"));
            var note = Text.of(origin, "note", "");
            if (!note.isEmpty()) {
                table.note("    " + note);
            }
        }
        return table.lines();
    }

    static List<String> references(JsonNode rows) {
        var table = new Table(
                Table.Column.left("NAME", 24),
                Table.Column.left("OPERATION", 32),
                Table.Column.right("ID", 8),
                Table.Column.right("P99", 14),
                Table.Column.left("PINNED BY", 16),
                Table.Column.left("AT", 27));
        for (var row : rows) {
            table.row(
                    Text.of(row, "name", "?"),
                    scope(row),
                    Text.of(row, "baselineId", "?"),
                    millis(row, "p99Micros"),
                    Text.of(row, "by", "?"),
                    Text.of(row, "at", "?"));
        }
        return table.lines();
    }

    static List<String> exclusions(JsonNode rows) {
        var table = new Table(
                Table.Column.right("ID", 8),
                Table.Column.left("OPERATION", 28),
                Table.Column.left("FROM", 24),
                Table.Column.left("TO", 24),
                Table.Column.left("BY", 12),
                Table.Column.left("REASON", 60));
        for (var row : rows) {
            table.row(
                    Text.of(row, "id", "?"),
                    Text.of(row, "operation", "").isEmpty() ? "everything" : scope(row),
                    Text.of(row, "from", "?"),
                    Text.of(row, "to", "until it is lifted"),
                    Text.of(row, "by", "?"),
                    Text.of(row, "reason", "?"));
        }
        return table.lines();
    }

    static String scope(JsonNode row) {
        var branch = Text.of(row, "branch", "");
        return Text.of(row, "operation", "?") + (branch.isEmpty() ? "" : " (" + branch + ")");
    }

    private static String reference(JsonNode reference) {
        return reference.isMissingNode() || reference.isNull()
                ? "-"
                : "%s vs %s%s"
                        .formatted(
                                percent(reference, "percentAbove"),
                                Text.of(reference, "name", "?"),
                                reference.path("crept").asBoolean(false) ? ": crept" : "");
    }

    private static String millis(JsonNode row, String key) {
        return row.path(key).isNumber() ? Text.millis(row.path(key).asLong(0)) : "-";
    }

    private static String percent(JsonNode row, String key) {
        return row.path(key).isNumber()
                ? String.format(Locale.ROOT, "%+.1f %%", row.path(key).asDouble(0))
                : "-";
    }
}
