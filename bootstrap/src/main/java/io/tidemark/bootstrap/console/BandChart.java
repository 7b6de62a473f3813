package io.tidemark.bootstrap.console;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.ChartView.Marks;
import io.tidemark.bootstrap.console.ChartView.Tick;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws how long the runs of one operation took over time, beside what is normal. */
final class BandChart {
    private final OperationOverview operation;
    private final TimeWindow window;
    private final TimeRange range;
    private final @Nullable Baseline baseline;
    private final LogScale scale;
    private final Outline outline;

    private BandChart(OperationOverview operation, TimeWindow window, TimeRange range, double height) {
        this.operation = operation;
        this.window = window;
        this.range = range;
        ActiveBaseline active = operation.baseline();
        this.baseline = active == null ? null : active.baseline();
        this.scale = scale(operation, baseline, height);
        this.outline = new Outline(operation.points(), range, window.step(), scale);
    }

    static ChartView draw(OperationOverview operation, TimeWindow window, TimeRange range) {
        return new BandChart(operation, window, range, ChartView.HEIGHT).bands();
    }

    static SparkView spark(OperationOverview operation, TimeWindow window, TimeRange range) {
        return new BandChart(operation, window, range, SparkView.HEIGHT).line();
    }

    private ChartView bands() {
        return new ChartView(
                description(),
                outline.area(BandChart::p99, BandChart::p95),
                outline.area(BandChart::p95, BandChart::p50),
                outline.line(BandChart::p50),
                marks(),
                scale.ticks().stream()
                        .map(value -> new Tick(scale.y(value), Wording.roundDuration(value)))
                        .toList(),
                timeTicks(),
                operation.points().stream().map(this::reading).collect(Collectors.joining("\n")));
    }

    private SparkView line() {
        return new SparkView(outline.line(BandChart::p99), marks());
    }

    private @Nullable Marks marks() {
        if (baseline == null) {
            return null;
        }
        double highest =
                operation.points().stream().mapToDouble(BandChart::p99).max().orElse(0);
        return new Marks(scale.y(baseline.p99Micros()), scale.y(limit(baseline)), highest > baseline.thresholdMicros());
    }

    private String description() {
        String normal = baseline == null
                ? "no baseline yet"
                : "normal p99 %s, limit %s"
                        .formatted(Wording.duration(baseline.p99Micros()), Wording.duration(limit(baseline)));
        Percentiles whole = operation.whole().percentiles();
        return "%s over the last %s: p50 %s, p95 %s, p99 %s; %s"
                .formatted(
                        operation.operation(),
                        window.phrase(),
                        Wording.duration(whole.p50()),
                        Wording.duration(whole.p95()),
                        Wording.duration(whole.p99()),
                        normal);
    }

    private List<Tick> timeTicks() {
        long seconds = window.tick().toSeconds();
        List<Tick> ticks = new ArrayList<>();
        long second = Math.floorDiv(range.from().getEpochSecond(), seconds) * seconds + seconds;
        for (; second < range.to().getEpochSecond(); second += seconds) {
            Instant at = Instant.ofEpochSecond(second);
            ticks.add(new Tick(outline.x(at) * 100 / Outline.WIDTH, Wording.time(at)));
        }
        return ticks;
    }

    private String reading(Point point) {
        return Stream.of(
                        Outline.number(outline.x(point)),
                        Wording.time(point.start()),
                        Wording.duration(p50(point)),
                        Wording.duration(p95(point)),
                        Wording.duration(p99(point)),
                        Wording.count(point.durations().samples()))
                .collect(Collectors.joining(";"));
    }

    private static LogScale scale(OperationOverview operation, @Nullable Baseline baseline, double height) {
        double low =
                operation.points().stream().mapToDouble(BandChart::p50).min().orElse(1);
        double high =
                operation.points().stream().mapToDouble(BandChart::p99).max().orElse(1);
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
