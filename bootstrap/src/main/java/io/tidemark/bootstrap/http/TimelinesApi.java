package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.bootstrap.console.frame.ErrorText;
import io.tidemark.bootstrap.http.OperationsApi.BaselineJson;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One operation over time: its percentiles, how its durations are spread, and its longest runs. */
final class TimelinesApi {
    private static final String PATH = "/api/v1/operations";
    private static final String UNKNOWN = "There is no such operation.";
    private static final Parameter<String> OPERATION = Parameter.needed("operation", "The operation.");
    private static final Parameter<@Nullable String> BRANCH =
            Parameter.text("branch", "One branch of it; all without one.");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 50, 1_000);

    private final Tidemark tidemark;
    private final Clock clock;

    TimelinesApi(Tidemark tidemark, Clock clock) {
        this.tidemark = tidemark;
        this.clock = clock;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH + "/timeline")
                        .says("Tells the percentiles of an operation over a stretch of time, beside what is normal.")
                        .query(OPERATION, BRANCH, Stretch.HOURS, Stretch.FROM, Stretch.TO)
                        .answers(TimelineJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN),
                this::timeline);
        calls.add(
                Call.get(PATH + "/heat-map")
                        .says("Counts the runs of an operation over a stretch of time, by how long they took.")
                        .query(OPERATION, BRANCH, Stretch.HOURS, Stretch.FROM, Stretch.TO)
                        .answers(HeatMapJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN),
                this::heatMap);
        calls.add(
                Call.get(PATH + "/slowest")
                        .says(
                                "Lists the longest runs of an operation in a stretch of time, as far as single ones are kept.")
                        .query(OPERATION, BRANCH, Stretch.HOURS, Stretch.FROM, Stretch.TO, LIMIT)
                        .answers(SlowestJson.class)
                        .refuses(HttpStatus.NOT_FOUND, UNKNOWN),
                this::slowest);
    }

    private void timeline(Context ctx) {
        Query query = Query.of(ctx);
        Scope scope = scope(query);
        Stretch stretch = Stretch.of(query, clock.instant());
        ctx.json(new TimelineJson(
                scope.operation(),
                scope.branch(),
                stretch.range().from(),
                stretch.range().to(),
                stretch.step().toSeconds(),
                tidemark.overview().baseline(scope).map(BaselineJson::of).orElse(null),
                steps(scope, stretch).entrySet().stream()
                        .map(step -> PointJson.of(step.getKey(), step.getValue().distribution()))
                        .toList()));
    }

    private void heatMap(Context ctx) {
        Query query = Query.of(ctx);
        Scope scope = scope(query);
        Stretch stretch = Stretch.of(query, clock.instant());
        ctx.json(HeatMapJson.of(scope, stretch, steps(scope, stretch)));
    }

    private void slowest(Context ctx) {
        Query query = Query.of(ctx);
        Scope scope = scope(query);
        TimeRange range = Stretch.of(query, clock.instant()).range();
        List<Timing> found = tidemark.timings()
                .slowest(scope, range, query.get(LIMIT))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "single runs cannot be looked up now: ask for a shorter stretch, or for the timeline"));
        ctx.json(new SlowestJson(
                scope.operation(),
                scope.branch(),
                range.from(),
                range.to(),
                found.stream()
                        .map(timing -> RunJson.of(
                                timing, tidemark.overview().baseline(scope).orElse(null)))
                        .toList()));
    }

    private SortedMap<Instant, Sketch> steps(Scope scope, Stretch stretch) {
        return tidemark.overview().steps(scope, stretch.range(), stretch.step());
    }

    private Scope scope(Query query) {
        String operation = query.get(OPERATION);
        Scope scope = ProblemException.checked(() -> new Scope(operation, query.get(BRANCH)));
        if (tidemark.operations().all().stream().noneMatch(known -> known.name().equals(operation))) {
            throw ProblemException.notFound(
                    "there is no operation '%s': it becomes known with its first timing".formatted(operation));
        }
        return scope;
    }

    record TimelineJson(
            String operation,
            @Nullable String branch,
            Instant from,
            Instant to,
            long stepSeconds,
            @Nullable BaselineJson baseline,
            List<PointJson> points) {}

    record PointJson(
            Instant start,
            long count,
            long p50Micros,
            long p75Micros,
            long p90Micros,
            long p95Micros,
            long p99Micros,
            long maxMicros) {
        static PointJson of(Instant start, Distribution durations) {
            return new PointJson(
                    start,
                    durations.samples(),
                    Math.round(durations.percentiles().p50()),
                    Math.round(durations.percentiles().p75()),
                    Math.round(durations.percentiles().p90()),
                    Math.round(durations.percentiles().p95()),
                    Math.round(durations.percentiles().p99()),
                    durations.max());
        }
    }

    record SlowestJson(String operation, @Nullable String branch, Instant from, Instant to, List<RunJson> runs) {}

    record RunJson(
            Instant start,
            Instant end,
            long durationMicros,
            @Nullable Double timesNormalP99,
            String user,
            @Nullable String branch,
            @Nullable String name,
            @Nullable String session,
            @Nullable Long rowsAffected,
            @Nullable String error,
            @Nullable String traceId,
            @Nullable String spanId) {
        static RunJson of(Timing timing, @Nullable ActiveBaseline active) {
            Details details = timing.context().details();
            SpanId span = details.span();
            return new RunJson(
                    timing.start(),
                    timing.end(),
                    timing.durationMicros(),
                    active == null
                            ? null
                            : timing.durationMicros()
                                    / active.baseline().at(timing.start()).p99Micros(),
                    timing.context().user(),
                    timing.context().branch(),
                    timing.context().name(),
                    timing.context().session(),
                    details.resources().rowsAffected(),
                    details.error() == null ? null : ErrorText.of(details.error()),
                    span == null ? null : span.traceId(),
                    span == null ? null : span.spanId());
        }
    }
}
