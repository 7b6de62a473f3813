package io.tidemark.bootstrap.console.chart;

import io.tidemark.bootstrap.console.chart.TimeChart.Axes;
import io.tidemark.bootstrap.console.chart.TimeChart.Reading;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Sketch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many durations of which length there were in which step, ready to be drawn.
 *
 * @param description what the picture shows, for those who do not see it
 * @param height of the plot, without the labels of the time axis
 * @param cells those with timings
 * @param axes the labels at both axes
 * @param readings a line for each step, as {@link TimeChart} has them
 * @param period what is shown, so that a part of it can be chosen
 */
public record HeatMap(String description, int height, List<Cell> cells, Axes axes, String readings, Period period) {
    private static final int HEIGHT = 200;
    private static final int ROWS = 20;
    private static final double ROW_HEIGHT = (double) HEIGHT / ROWS;
    private static final int MOST_READ = 4;

    /** A single timing must be seen beside thousands. */
    private static final double FAINTEST = 0.12;

    public HeatMap {
        cells = List.copyOf(cells);
    }

    /**
     * A step, and durations of about the same length.
     *
     * @param strength how many there are, beside where most are: up to 1
     * @param title what it says under the pointer
     */
    public record Cell(double x, double y, double width, double height, double strength, String title) {
        /** Around it: in fewer bytes than a rectangle of four attributes, as there are hundreds. */
        String outline() {
            return "M" + Outline.number(x) + " " + Outline.number(y) + "h" + Outline.number(width) + "v"
                    + Outline.number(height) + "H" + Outline.number(x) + "z";
        }
    }

    /** The timings of a step in each row, from the quickest. */
    private record Column(Instant start, List<Long> counts) {
        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Draws durations.
     *
     * @param name what was timed
     * @param steps those of each step, at least one of which has some
     */
    public static HeatMap draw(String name, SortedMap<Instant, Sketch> steps, Period period) {
        LogScale scale = scale(steps);
        List<Column> columns = steps.entrySet().stream()
                .map(step -> new Column(step.getKey(), counts(step.getValue(), scale)))
                .toList();
        TimeAxis axis = new TimeAxis(period);
        return new HeatMap(
                description(name, columns, scale, period),
                HEIGHT,
                cells(columns, scale, axis),
                Axes.of(scale, Wording::roundDuration, axis),
                TimeChart.readings(columns.stream()
                        .map(column -> new Reading(axis.middle(column.start()), reading(column, scale, axis)))
                        .toList()),
                period);
    }

    private static LogScale scale(SortedMap<Instant, Sketch> steps) {
        double min = steps.values().stream()
                .mapToDouble(sketch -> sketch.quantile(0))
                .min()
                .orElse(1);
        double max = steps.values().stream()
                .mapToDouble(sketch -> sketch.quantile(1))
                .max()
                .orElse(1);
        return LogScale.around(min, max, HEIGHT);
    }

    private static List<Long> counts(Sketch sketch, LogScale scale) {
        long[] counts = new long[ROWS];
        Buckets buckets = sketch.buckets();
        for (int i = 0; i < buckets.size(); i++) {
            int row = (int) ((HEIGHT - scale.y(buckets.middle(i))) / ROW_HEIGHT);
            counts[Math.max(0, Math.min(ROWS - 1, row))] += buckets.count(i);
        }
        return LongStream.of(counts).boxed().toList();
    }

    private static List<Cell> cells(List<Column> columns, LogScale scale, TimeAxis axis) {
        long most = columns.stream()
                .flatMap(column -> column.counts().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        List<String> durations =
                IntStream.range(0, ROWS).mapToObj(row -> durations(row, scale)).toList();
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            double left = axis.x(column.start());
            double width = axis.x(column.start().plus(axis.period().step())) - left;
            String time = axis.label(column.start());
            for (int row = 0; row < ROWS; row++) {
                long count = column.counts().get(row);
                if (count > 0) {
                    cells.add(new Cell(
                            left,
                            HEIGHT - (row + 1) * ROW_HEIGHT,
                            width,
                            ROW_HEIGHT,
                            FAINTEST + (1 - FAINTEST) * Math.sqrt((double) count / most),
                            time + " · " + durations.get(row) + " · " + Wording.counted(count, "timing", "timings")));
                }
            }
        }
        return cells;
    }

    private static String reading(Column column, LogScale scale, TimeAxis axis) {
        String fullest = fullest(column.counts()).stream()
                .map(row -> durations(row, scale) + ": "
                        + Wording.count(column.counts().get(row)))
                .collect(Collectors.joining(", "));
        return "%s · %s · %s"
                .formatted(axis.label(column.start()), Wording.counted(column.total(), "timing", "timings"), fullest);
    }

    /** The rows with most timings, and the slowest one: as many as fit a line, from the quickest. */
    private static List<Integer> fullest(List<Long> counts) {
        List<Integer> rows = IntStream.range(0, ROWS)
                .filter(row -> counts.get(row) > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> counts.get(row))
                        .reversed())
                .toList();
        int slowest = rows.stream().mapToInt(row -> row).max().orElse(0);
        return IntStream.concat(rows.stream().limit(MOST_READ).mapToInt(row -> row), IntStream.of(slowest))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static String durations(int row, LogScale scale) {
        return "%s to %s".formatted(Wording.duration(edge(row, scale)), Wording.duration(edge(row + 1, scale)));
    }

    /** The shortest duration of a row. */
    private static double edge(int row, LogScale scale) {
        return scale.low() * Math.pow(scale.high() / scale.low(), (double) row / ROWS);
    }

    private static String description(String name, List<Column> columns, LogScale scale, Period period) {
        List<Long> all = IntStream.range(0, ROWS)
                .mapToObj(row -> columns.stream()
                        .mapToLong(column -> column.counts().get(row))
                        .sum())
                .toList();
        int fullest = fullest(all).stream().max(Comparator.comparing(all::get)).orElse(0);
        long total = all.stream().mapToLong(Long::longValue).sum();
        return "Durations of %s, %s: %s, most often %s (%s)"
                .formatted(
                        name,
                        period.phrase(),
                        Wording.counted(total, "timing", "timings"),
                        durations(fullest, scale),
                        Wording.count(all.get(fullest)));
    }

    /** Two decimals: more cannot be seen. */
    static String opacity(double strength) {
        long hundredths = Math.round(strength * 100);
        return hundredths >= 100 ? "1" : (hundredths < 10 ? ".0" : ".") + hundredths;
    }

    /** The first instant that is shown. */
    Instant from() {
        return period.range().from();
    }

    /** The first instant that is no longer shown. */
    Instant to() {
        return period.range().to();
    }
}
