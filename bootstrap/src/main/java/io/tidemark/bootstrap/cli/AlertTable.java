package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** Alerts as lines of at most 100 columns; who was told of an alert, and whether it arrived, stands below it. */
final class AlertTable {
    private static final int WIDTH = 100;
    private static final Map<String, String> COLOURS = Map.of("CRITICAL", "red,bold", "WARNING", "yellow");

    private final Instant now;
    private final Ansi ansi;

    AlertTable(Instant now, Ansi ansi) {
        this.now = now;
        this.ansi = ansi;
    }

    List<String> lines(JsonNode alerts) {
        var table = new Table(
                WIDTH,
                ansi,
                left("ID", 10),
                left("SEVERITY", 8).coloured(COLOURS),
                left("OPERATION", 24),
                left("STATE", 12),
                left("SEEN", 8),
                left("LAST SEEN", 9),
                left("SUMMARY", WIDTH));
        for (var alert : alerts) {
            table.row(cells(alert));
            alert.path("deliveries").forEach(delivery -> table.note(told(delivery)));
            quiet(alert.path("quiet")).ifPresent(table::note);
        }
        return table.lines();
    }

    private String[] cells(JsonNode alert) {
        var branch = Text.of(alert, "branch", "");
        return new String[] {
            Text.of(alert, "id", "?"),
            Text.of(alert, "severity", "?"),
            Text.of(alert, "operation", "-") + (branch.isEmpty() ? "" : " (" + branch + ")"),
            Text.of(alert, "state", "?"),
            Text.of(alert, "occurrences", "?") + "x",
            age(Text.of(alert, "lastSeen", "")),
            Text.of(alert, "summary", "")
        };
    }

    private String age(String instant) {
        try {
            var age = Duration.between(Instant.parse(instant), now);
            if (age.toMinutes() < 1) {
                return "just now";
            }
            if (age.toHours() < 1) {
                return age.toMinutes() + "m ago";
            }
            return age.toDays() < 2 ? age.toHours() + "h ago" : age.toDays() + "d ago";
        } catch (DateTimeException unknown) {
            return "?";
        }
    }

    private static Optional<String> quiet(JsonNode quiet) {
        var by = Text.of(quiet, "by", "");
        return quiet.isObject()
                ? Optional.of("    not told: " + Text.of(quiet, "reason", "?") + (by.isEmpty() ? "" : ", " + by))
                : Optional.empty();
    }

    private static String told(JsonNode delivery) {
        var status = Text.of(delivery, "status", "?");
        var tries = status.equals("delivered") ? "" : ", attempts " + Text.of(delivery, "attempts", "?");
        return "    " + Text.of(delivery, "destination", "?") + ": " + status + tries;
    }
}
