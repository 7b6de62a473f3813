package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.Tidemark;
import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.TimeWindow;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations as they are, beside what is normal. */
final class OperationsApi {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 5_000;

    private final Tidemark tidemark;
    private final Clock clock;

    OperationsApi(Tidemark tidemark, Clock clock) {
        this.tidemark = tidemark;
        this.clock = clock;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/operations", this::list);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, "hours", "limit");
        TimeWindow window = TimeWindow.parse(ctx.queryParam("hours"))
                .orElseThrow(() -> ProblemException.badRequest(TimeWindow.wrong(ctx.queryParam("hours"))));
        int limit = query.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        TimeRange range = window.endingAt(clock.instant());
        List<OperationOverview> operations = tidemark.overview().operations(range, window.step());
        ctx.json(new OperationsJson(
                range.from(),
                range.to(),
                window.step().toSeconds(),
                operations.size(),
                operations.stream().limit(limit).map(OperationJson::of).toList()));
    }

    record OperationsJson(Instant from, Instant to, long stepSeconds, int total, List<OperationJson> operations) {}

    record OperationJson(
            String operation,
            FiguresJson whole,
            boolean overThreshold,
            @Nullable BaselineJson baseline,
            List<PointJson> points) {

        static OperationJson of(OperationOverview overview) {
            ActiveBaseline active = overview.baseline();
            return new OperationJson(
                    overview.operation(),
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
