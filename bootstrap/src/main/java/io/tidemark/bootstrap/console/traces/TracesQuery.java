package io.tidemark.bootstrap.console.traces;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.port.TraceReader.Order;
import io.tidemark.application.port.TraceReader.Place;
import io.tidemark.application.port.TraceReader.RootFilter;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.domain.trace.SpanStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the list asks for.
 *
 * @param period how much of the past
 * @param filter which traces, by their root
 * @param order which come first
 * @param after the place after which the list begins, or null for its begin
 */
record TracesQuery(
        Period period,
        RootFilter filter,
        Order order,
        @Nullable Place after) {
    static final String PATH = "/traces";

    static TracesQuery of(Context ctx, Instant now) {
        try {
            SpanStatus status = given(ctx, "status") == null
                    ? null
                    : choice("status", ctx.queryParam("status"), List.of(SpanStatus.values()));
            return new TracesQuery(
                    Period.of(ctx, now, TimeWindow.ONE_DAY),
                    new RootFilter(given(ctx, "operation"), status),
                    given(ctx, "order") == null
                            ? Order.LATEST
                            : choice("order", ctx.queryParam("order"), List.of(Order.values())),
                    place(given(ctx, "after")));
        } catch (IllegalArgumentException e) {
            BadRequestResponse wrong = new BadRequestResponse(String.valueOf(e.getMessage()));
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** Where the list is, from its begin. */
    Address address() {
        return Address.of(PATH)
                .with(period)
                .with("operation", filter.operation() == null ? "" : filter.operation())
                .with("status", filter.status() == null ? "" : word(filter.status()))
                .with("order", order == Order.LATEST ? "" : word(order));
    }

    TracesQuery with(Order other) {
        return new TracesQuery(period, filter, other, null);
    }

    boolean isFiltered() {
        return !filter.equals(RootFilter.ALL);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String word(Place place) {
        return "%d_%s_%s".formatted(place.micros(), place.start(), place.traceId());
    }

    private static @Nullable String given(Context ctx, String name) {
        String text = ctx.queryParam(name);
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E choice(String name, @Nullable String text, List<E> choices) {
        return choices.stream()
                .filter(choice -> word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s '%s' must be one of %s"
                        .formatted(
                                name,
                                text,
                                choices.stream().map(TracesQuery::word).collect(Collectors.joining(", ")))));
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        String[] parts = after.split("_", 3);
        try {
            return new Place(
                    Long.parseLong(parts[0]),
                    Instant.parse(parts.length == 3 ? parts[1] : ""),
                    parts[parts.length - 1]);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "after '%s' must be what a link to more traces says".formatted(after), e);
        }
    }
}
