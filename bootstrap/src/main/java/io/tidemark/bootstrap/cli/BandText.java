package io.tidemark.bootstrap.cli;

import io.tidemark.domain.timing.DurationText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The bands of an operation over time: a row of blocks for each percentile, with what it began, ended and peaked at. */
final class BandText {
    private static final int WIDTH = 132;
    private static final int BESIDE = 40;
    private static final Map<String, String> BANDS =
            new TreeMap<>(Map.of("p50", "p50Micros", "p95", "p95Micros", "p99", "p99Micros"));

    private BandText() {}

    /** @param stretch the answer that says from when to when it is, and in which steps */
    static List<String> lines(JsonNode operation, JsonNode stretch) {
        var lines = new ArrayList<String>();
        int width = Terminal.columns(WIDTH) - BESIDE;
        double limit = operation.path("baseline").path("thresholdMicros").asDouble(Double.POSITIVE_INFINITY);
        BANDS.forEach((band, figure) -> {
            var values = OperationTable.overTime(operation, stretch, figure);
            var chart = new TextChart(values, Math.max(1, width));
            var seen = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
            lines.add("%s  %s  %s to %s"
                    .formatted(band, chart.line(), DurationText.of(seen.getMin()), DurationText.of(seen.getMax())));
            var above = chart.outside(Double.NEGATIVE_INFINITY, limit);
            if (!above.isBlank()) {
                lines.add("     " + above + "  + above the limit");
            }
        });
        lines.add("     %s to %s".formatted(Text.of(stretch, "from", "?"), Text.of(stretch, "to", "?")));
        return lines;
    }
}
