package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import io.tidemark.domain.change.ChangePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Change points for people: where, by how much and how sure; then the series as a line, with marks. */
final class ChangeReport {
    private static final int WIDTH = 100;

    private ChangeReport() {}

    /** Of values in a file. */
    static List<String> of(double[] values, List<ChangePoint> points) {
        var table = new Table(
                right("INDEX", 9), right("BEFORE", 14), right("AFTER", 14), right("CHANGE", 9), right("P", 9));
        for (var point : points) {
            table.row(
                    Integer.toString(point.index()),
                    number(point.before().mean()),
                    number(point.after().mean()),
                    percent(point.relativeChange()),
                    chance(point.pValue()));
        }
        var indexes = points.stream().map(ChangePoint::index).toList();
        var head = "%s in %d values%s"
                .formatted(
                        count(points.size()),
                        values.length,
                        indexes.isEmpty()
                                ? "."
                                : ": " + indexes.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return lines(head, table, values, indexes);
    }

    /** Of an operation, as the daemon answers. */
    static List<String> of(JsonNode answer) {
        var table = new Table(
                left("SINCE", 20), right("BEFORE", 16), right("AFTER", 16), right("CHANGE", 9), right("P", 9));
        var indexes = new ArrayList<Integer>();
        for (var point : answer.path("changePoints")) {
            indexes.add(point.path("index").asInt(0));
            table.row(
                    Text.of(point, "at", "?"),
                    Text.millis(point.path("beforeMicros").asLong(0)),
                    Text.millis(point.path("afterMicros").asLong(0)),
                    percent(point.path("relativeChange").asDouble(0)),
                    chance(point.path("pValue").asDouble(1)));
        }
        var values = StreamSupport.stream(answer.path("valuesMicros").spliterator(), false)
                .mapToDouble(value -> value.isNumber() ? value.asDouble() : Double.NaN)
                .toArray();
        var head = "%s: %s in %d values since %s."
                .formatted(
                        Text.of(answer, "operation", "?"),
                        count(indexes.size()),
                        Arrays.stream(values).filter(Double::isFinite).count(),
                        Text.of(answer, "from", "?"));
        return lines(head, table, values, indexes);
    }

    private static List<String> lines(String head, Table table, double[] values, List<Integer> indexes) {
        var lines = new ArrayList<>(List.of(Text.printable(head)));
        if (!indexes.isEmpty()) {
            lines.addAll(table.lines());
        }
        var chart = new TextChart(values, WIDTH);
        lines.add(chart.line());
        lines.add(chart.marks(indexes));
        return lines;
    }

    private static String count(int points) {
        return points == 1 ? "1 change point" : points + " change points";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", share * 100);
    }

    private static String chance(double p) {
        return String.format(Locale.ROOT, p < 0.0001 ? "%.1e" : "%.4f", p);
    }

    private static String number(double value) {
        return Math.abs(value) < 1e9 ? String.format(Locale.ROOT, "%.6g", value) : Double.toString(value);
    }
}
