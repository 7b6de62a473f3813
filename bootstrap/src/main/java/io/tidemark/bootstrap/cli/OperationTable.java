package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import io.tidemark.domain.timing.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** Operations as lines, the worst first, each with its p99 over the last hour as a row of blocks. */
final class OperationTable {
    private static final int WIDTH = 132;
    private static final int SHARE_OF_CHART = 5;
    private static final int MOST_STEPS = 10_000;
    private static final List<String> WORST_FIRST = List.of("above limit", "above normal", "normal");
    private static final Map<String, String> COLOURS = Map.of("above limit", "red,bold", "above normal", "yellow");

    private final Ansi ansi;

    OperationTable(Ansi ansi) {
        this.ansi = ansi;
    }

    /** @param answer what the daemon says of operations in a stretch of time */
    List<String> lines(JsonNode answer) {
        int chart = Terminal.columns(WIDTH) / SHARE_OF_CHART;
        var table = new Table(
                WIDTH,
                ansi,
                left("OPERATION", 40),
                left("STANDING", 17).coloured(COLOURS),
                right("RUNS", 11),
                right("P50", 9),
                right("P95", 9),
                right("P99", 9),
                right("NORMAL", 9),
                right("P99 OVER TIME", chart));
        answer.path("operations")
                .valueStream()
                .sorted(comparing(OperationTable::rank)
                        .thenComparing(comparingDouble(OperationTable::badness).reversed()))
                .forEach(operation -> table.row(cells(operation, answer, chart)));
        return table.lines();
    }

    /** A figure of each step, NaN where nothing was recorded. */
    static double[] overTime(JsonNode operation, JsonNode answer, String figure) {
        var from = Instant.parse(Text.of(answer, "from", ""));
        var to = Instant.parse(Text.of(answer, "to", ""));
        long step = Math.max(1, answer.path("stepSeconds").asLong(1));
        var values =
                new double[(int) Math.min(MOST_STEPS, Duration.between(from, to).toSeconds() / step)];
        Arrays.fill(values, Double.NaN);
        for (var point : operation.path("points")) {
            var start = Instant.parse(Text.of(point, "start", ""));
            int index = (int) (Duration.between(from, start).toSeconds() / step);
            if (index >= 0 && index < values.length) {
                values[index] = point.path("durations").path(figure).asDouble();
            }
        }
        return values;
    }

    private static String[] cells(JsonNode operation, JsonNode answer, int chart) {
        var whole = operation.path("whole");
        return new String[] {
            Text.of(operation, "operation", "?"),
            Text.of(operation, "standing", "?"),
            String.format(Locale.ROOT, "%,d", whole.path("count").asLong()),
            duration(whole, "p50Micros"),
            duration(whole, "p95Micros"),
            duration(whole, "p99Micros"),
            duration(operation.path("baseline"), "p99Micros"),
            new TextChart(overTime(operation, answer, "p99Micros"), chart).line()
        };
    }

    static String duration(JsonNode figures, String key) {
        return figures.path(key).isNumber() ? DurationText.of(figures.path(key).asDouble()) : "-";
    }

    private static int rank(JsonNode operation) {
        int rank = WORST_FIRST.indexOf(Text.of(operation, "standing", ""));
        return rank < 0 ? WORST_FIRST.size() : rank;
    }

    /** The p99 in multiples of the normal one. */
    private static double badness(JsonNode operation) {
        double normal = operation.path("baseline").path("p99Micros").asDouble(0);
        return normal == 0 ? 0 : operation.path("whole").path("p99Micros").asDouble(0) / normal;
    }
}
