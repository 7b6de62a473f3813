package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.TraceReader;
import io.tidemark.application.port.TraceReader.Order;
import io.tidemark.application.port.TraceReader.Place;
import io.tidemark.application.port.TraceReader.RootFilter;
import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.application.port.TraceReader.TraceSearch;
import io.tidemark.bootstrap.http.TraceJson.Detail;
import io.tidemark.bootstrap.http.TraceJson.Row;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.trace.SpanStatus;
import io.tidemark.domain.trace.TraceTree;
import io.tidemark.domain.trace.Waterfall;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which traces there are, and what they are made of. */
final class TraceReadingApi {
    private static final String ALL = "/api/v1/traces";
    private static final Parameter<@Nullable String> OPERATION =
            Parameter.text("operation", "Only traces whose root is of this operation.");
    private static final Parameter<@Nullable SpanStatus> STATUS = Parameter.oneOf(
            "status", "Only traces whose root has this status.", List.of(SpanStatus.values()), Parameter::word);
    private static final Parameter<Order> ORDER = Parameter.choice(
            "order", "Which come first; traces whose root runs are never slowest.", List.of(Order.values()));
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many traces at most.", 50, 1_000);
    private static final Parameter<@Nullable Place> CURSOR = Parameter.<@Nullable Place>of(
            "cursor", "Go on where an answer said next, with the same other parameters.", TraceReadingApi::place);
    private static final Parameter<String> ID = Parameter.needed("id", "The trace: 32 hexadecimal digits.");
    private static final Parameter<Integer> SPANS = Parameter.number(
            "limit", "How many spans at most: those that took longest, with all they are a part of.", 5_000, 50_000);

    private final TraceReader reader;
    private final Clock clock;

    TraceReadingApi(TraceReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(ALL)
                        .says("Lists traces, the latest or the slowest first.")
                        .query(Stretch.HOURS, Stretch.FROM, Stretch.TO, OPERATION, STATUS, ORDER, LIMIT, CURSOR)
                        .answers(TracesJson.class),
                this::list);
        calls.add(
                Call.get(ALL + "/{id}")
                        .says("Shows the spans of a trace, each after its parent.")
                        .at(ID)
                        .query(SPANS)
                        .answers(Detail.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such trace."),
                this::show);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        int limit = query.get(LIMIT);
        TraceSearch search = new TraceSearch(
                new RootFilter(query.get(OPERATION), query.get(STATUS)),
                Stretch.of(query, clock.instant()).range(),
                query.get(ORDER),
                query.get(CURSOR),
                limit + 1);
        Page<TraceReport> page = Page.of(reader.find(search), limit, TraceReadingApi::after);
        ctx.json(new TracesJson(page.as(Row::of), page.next()));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        int most = Query.of(ctx).get(SPANS);
        TraceReport report = reader.report(id)
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no trace '%s': GET %s lists those that are kept".formatted(id, ALL)));
        ctx.json(Detail.of(report, Waterfall.of(TraceTree.of(reader.spans(id, Waterfall.MOST_READ)), most)));
    }

    private static String after(TraceReport last) {
        Place place = Place.of(last);
        return "%d_%s_%s".formatted(place.micros(), place.start(), place.traceId());
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("_", 3);
        try {
            return new Place(
                    Long.parseLong(parts[0]),
                    Instant.parse(parts.length == 3 ? parts[1] : ""),
                    parts[parts.length - 1]);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "cursor '%s' must be what an answer to this call said as next".formatted(cursor), e);
        }
    }

    /** @param next where the next traces begin, or null when there are no more */
    record TracesJson(List<Row> traces, @Nullable String next) {}
}
