package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.application.Tidemark;
import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.bootstrap.console.overview.Standing;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations as they are, beside what is normal. */
final class OperationsApi {
    private static final Parameter<TimeWindow> HOURS =
            Parameter.choice("hours", "How far back.", List.of(TimeWindow.values()), TimeWindow::word);
    private static final Parameter<Integer> LIMIT =
            Parameter.number("limit", "How many operations at most.", 100, 5_000);

    private final Tidemark tidemark;
    private final Clock clock;

    OperationsApi(Tidemark tidemark, Clock clock) {
        this.tidemark = tidemark;
        this.clock = clock;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/operations")
                        .says("Lists the operations as they are, beside what is normal, in alphabetical order.")
                        .query(HOURS, LIMIT)
                        .answers(OperationsJson.class),
                this::list);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        TimeWindow window = query.get(HOURS);
        TimeRange range = window.endingAt(clock.instant());
        List<OperationOverview> operations = tidemark.overview().operations(range, window.step());
        Map<String, Distribution> recent = recent();
        Map<String, OperationType> types = tidemark.operations().all().stream()
                .collect(Collectors.toMap(OperationType::name, Function.identity()));
        ctx.json(new OperationsJson(
                range.from(),
                range.to(),
                window.step().toSeconds(),
                operations.size(),
                operations.stream()
                        .limit(query.get(LIMIT))
                        .map(overview -> OperationJson.of(
                                overview, typeOf(overview.operation(), types), recent.get(overview.operation())))
                        .toList()));
    }

    private Map<String, Distribution> recent() {
        TimeRange minutes = TimeRange.endingAt(clock.instant(), Standing.RECENT);
        return tidemark.overview().operations(minutes, Standing.RECENT).stream()
                .collect(Collectors.toMap(OperationOverview::operation, OperationOverview::whole));
    }

    /** An operation may be timed for the first time between the two readings. */
    private static OperationType typeOf(String operation, Map<String, OperationType> types) {
        OperationType known = types.get(operation);
        return known == null ? OperationType.named(operation) : known;
    }

    record OperationsJson(Instant from, Instant to, long stepSeconds, int total, List<OperationJson> operations) {}

    record OperationJson(
            String operation,
            String category,
            String description,
            boolean tracked,
            String standing,
            FiguresJson whole,
            boolean overThreshold,
            @Nullable BaselineJson baseline,
            List<PointJson> points) {

        static OperationJson of(OperationOverview overview, OperationType type, @Nullable Distribution recent) {
            ActiveBaseline active = overview.baseline();
            Standing standing = Standing.of(recent, active == null ? null : active.baseline());
            return new OperationJson(
                    overview.operation(),
                    type.category().word(),
                    type.description(),
                    type.tracked(),
                    standing.words(),
                    FiguresJson.of(overview.whole()),
                    overview.isOverThreshold(),
                    active == null ? null : BaselineJson.of(active),
                    overview.points().stream().map(PointJson::of).toList());
        }
    }

    record FiguresJson(long count, long p50Micros, long p95Micros, long p99Micros, long maxMicros) {
        static FiguresJson of(Distribution durations) {
            return new FiguresJson(
                    durations.samples(),
                    Math.round(durations.percentiles().p50()),
                    Math.round(durations.percentiles().p95()),
                    Math.round(durations.percentiles().p99()),
                    durations.max());
        }
    }

    record PointJson(Instant start, FiguresJson durations) {
        static PointJson of(Point point) {
            return new PointJson(point.start(), FiguresJson.of(point.durations()));
        }
    }

    record BaselineJson(
            long baselineId, long p99Micros, long thresholdMicros, double multiplier, long samples, boolean weak) {
        static BaselineJson of(ActiveBaseline active) {
            Baseline baseline = active.baseline();
            return new BaselineJson(
                    active.id(),
                    Math.round(baseline.p99Micros()),
                    baseline.thresholdMicros(),
                    baseline.multiplier(),
                    baseline.normal().samples(),
                    baseline.normal().isWeak());
        }
    }
}
