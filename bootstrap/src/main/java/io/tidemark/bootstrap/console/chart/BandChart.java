package io.tidemark.bootstrap.console.chart;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.chart.TimeChart.Axes;
import io.tidemark.bootstrap.console.chart.TimeChart.Layer;
import io.tidemark.bootstrap.console.chart.TimeChart.Level;
import io.tidemark.bootstrap.console.chart.TimeChart.Reading;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws how long the runs of one operation took over time, beside what is normal. */
public final class BandChart {
    /** As high as on a card. */
    public static final int SMALL = 84;

    private static final String UPPER = "p95 to p99";
    private static final String LOWER = "p50 to p95";

    private final OperationOverview operation;
    private final TimeAxis axis;
    private final int height;
    private final Beside beside;
    private final @Nullable Baseline baseline;
    private final LogScale scale;
    private final Outline<Point> outline;

    /**
     * The same operation at another time, to be drawn over this one.
     *
     * @param name when that was, such as {@code a week earlier}
     * @param points moved to the time that is shown
     */
    public record Beside(String name, List<Point> points) {
        static final Beside NOTHING = new Beside("", List.of());

        public Beside {
            points = List.copyOf(points);
        }
    }

    private BandChart(OperationOverview operation, Period period, int height, Beside beside) {
        this.operation = operation;
        this.axis = new TimeAxis(period);
        this.height = height;
        this.beside = beside;
        ActiveBaseline active = operation.baseline();
        this.baseline = active == null ? null : active.baseline();
        this.scale = scale();
        this.outline = new Outline<>(operation.points(), Point::start, axis, scale);
    }

    /** The bands, in a plot of that height. */
    public static TimeChart draw(OperationOverview operation, Period period, int height) {
        return draw(operation, period, height, Beside.NOTHING);
    }

    /** The bands, with the p50 and p99 of another time. */
    public static TimeChart draw(OperationOverview operation, Period period, int height, Beside beside) {
        return new BandChart(operation, period, height, beside).bands();
    }

    public static SparkView spark(OperationOverview operation, Period period) {
        return new BandChart(operation, period, SparkView.HEIGHT, Beside.NOTHING).line();
    }

    /** How high durations lie in a plot of that height. */
    public static DoubleUnaryOperator heights(OperationOverview operation, Period period, int height, Beside beside) {
        return new BandChart(operation, period, height, beside).scale::y;
    }

    private TimeChart bands() {
        String upper = outline.area(BandChart::p99, BandChart::p95);
        String lower = outline.area(BandChart::p95, BandChart::p50);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(UPPER, "upper", upper));
        layers.add(new Layer(LOWER, "lower", lower));
        layers.add(new Layer("p50", "median", outline.line(BandChart::p50)));
        layers.addAll(besides());
        List<Level> levels = new ArrayList<>();
        if (baseline != null) {
            double limit = scale.y(limit(baseline));
            if (isBroken(baseline)) {
                layers.add(new Layer(UPPER, "over", upper, limit));
                layers.add(new Layer(LOWER, "over", lower, limit));
            }
            levels.add(new Level("normal p99", "normal", scale.y(baseline.p99Micros())));
            levels.add(new Level("limit", "limit", limit));
        }
        return new TimeChart(
                description(),
                height,
                List.of(),
                layers,
                levels,
                List.of(),
                Axes.of(scale, Wording::roundDuration, axis),
                TimeChart.readings(
                        operation.points().stream().map(this::reading).toList()),
                axis.period());
    }

    private List<Layer> besides() {
        if (beside.points().isEmpty()) {
            return List.of();
        }
        Outline<Point> other = new Outline<>(beside.points(), Point::start, axis, scale);
        return List.of(
                new Layer("p50 " + beside.name(), "beside-median", other.line(BandChart::p50)),
                new Layer("p99 " + beside.name(), "beside-upper", other.line(BandChart::p99)));
    }

    private SparkView line() {
        return baseline == null
                ? new SparkView("p99 over time", outline.line(BandChart::p99), null, false)
                : new SparkView(
                        "p99 over time", outline.line(BandChart::p99), scale.y(limit(baseline)), isBroken(baseline));
    }

    private boolean isBroken(Baseline normal) {
        return operation.points().stream().anyMatch(point -> p99(point) > normal.thresholdMicros());
    }

    private String description() {
        String normal = baseline == null
                ? "no baseline yet"
                : "normal p99 %s, limit %s"
                        .formatted(Wording.duration(baseline.p99Micros()), Wording.duration(limit(baseline)));
        Percentiles whole = operation.whole().percentiles();
        return "%s, %s: p50 %s, p95 %s, p99 %s; %s"
                .formatted(
                        operation.operation(),
                        axis.period().phrase(),
                        Wording.duration(whole.p50()),
                        Wording.duration(whole.p95()),
                        Wording.duration(whole.p99()),
                        normal);
    }

    private Reading reading(Point point) {
        return new Reading(
                axis.middle(point.start()),
                "%s · p50 %s · p95 %s · p99 %s · %s×"
                        .formatted(
                                axis.label(point.start()),
                                Wording.duration(p50(point)),
                                Wording.duration(p95(point)),
                                Wording.duration(p99(point)),
                                Wording.count(point.durations().samples())));
    }

    private LogScale scale() {
        List<Point> points = Stream.concat(operation.points().stream(), beside.points().stream())
                .toList();
        double low = points.stream().mapToDouble(BandChart::p50).min().orElse(1);
        double high = points.stream().mapToDouble(BandChart::p99).max().orElse(1);
        return baseline == null
                ? LogScale.around(low, high, height)
                : LogScale.around(Math.min(low, baseline.p99Micros()), Math.max(high, limit(baseline)), height);
    }

    private static double limit(Baseline baseline) {
        return (double) baseline.thresholdMicros();
    }

    private static double p50(Point point) {
        return point.durations().percentiles().p50();
    }

    private static double p95(Point point) {
        return point.durations().percentiles().p95();
    }

    private static double p99(Point point) {
        return point.durations().percentiles().p99();
    }
}
