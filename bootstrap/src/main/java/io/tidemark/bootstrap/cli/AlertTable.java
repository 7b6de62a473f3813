package io.tidemark.bootstrap.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** Alerts as lines of at most 100 columns; who was told of an alert, and whether it arrived, stands below it. */
final class AlertTable {
    private static final int WIDTH = 100;
    private static final List<String> HEADER =
            List.of("ID", "SEVERITY", "OPERATION", "STATE", "SEEN", "LAST SEEN", "SUMMARY");
    private static final List<Integer> MOST = List.of(10, 8, 24, 12, 8, 9, WIDTH);
    private static final int SEVERITY = 1;
    private static final Map<String, String> COLOURS = Map.of("CRITICAL", "red,bold", "WARNING", "yellow");

    private final Instant now;
    private final Ansi ansi;

    AlertTable(Instant now, Ansi ansi) {
        this.now = now;
        this.ansi = ansi;
    }

    List<String> lines(JsonNode alerts) {
        var rows = new ArrayList<List<String>>();
        alerts.forEach(alert -> rows.add(cells(alert)));
        var widths = widths(rows);
        var lines = new ArrayList<String>();
        lines.add(line(HEADER, widths));
        for (int row = 0; row < rows.size(); row++) {
            lines.add(line(rows.get(row), widths));
            lines.addAll(told(alerts.path(row)));
        }
        return lines;
    }

    private List<String> cells(JsonNode alert) {
        var branch = Text.of(alert, "branch", "");
        return List.of(
                Text.of(alert, "id", "?"),
                Text.of(alert, "severity", "?"),
                Text.of(alert, "operation", "-") + (branch.isEmpty() ? "" : " (" + branch + ")"),
                Text.of(alert, "state", "?"),
                Text.of(alert, "occurrences", "?") + "x",
                age(Text.of(alert, "lastSeen", "")),
                Text.of(alert, "summary", ""));
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

    private static List<Integer> widths(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        int left = WIDTH;
        for (int column = 0; column < HEADER.size(); column++) {
            int longest = HEADER.get(column).length();
            for (var row : rows) {
                longest = Math.max(longest, row.get(column).length());
            }
            int width = Math.min(left, Math.min(longest, MOST.get(column)));
            widths.add(width);
            left -= width + 2;
        }
        return widths;
    }

    private String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = fit(cells.get(column), widths.get(column));
            line.append(column == SEVERITY ? coloured(cell) : cell).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String fit(String text, int width) {
        return text.length() > width ? text.substring(0, width - 3) + "..." : text + " ".repeat(width - text.length());
    }

    private String coloured(String cell) {
        var style = COLOURS.get(cell.strip());
        return style == null ? cell : ansi.string("@|" + style + " " + cell + "|@");
    }

    private static List<String> told(JsonNode alert) {
        var lines = new ArrayList<String>();
        for (var delivery : alert.path("deliveries")) {
            var status = Text.of(delivery, "status", "?");
            var tries = status.equals("delivered") ? "" : ", attempts " + Text.of(delivery, "attempts", "?");
            lines.add(fit("    " + Text.of(delivery, "destination", "?") + ": " + status + tries, WIDTH)
                    .stripTrailing());
        }
        return lines;
    }
}
