package io.tidemark.bootstrap.console.traces;

import io.tidemark.application.port.TraceReader;
import io.tidemark.application.port.TraceReader.Order;
import io.tidemark.application.port.TraceReader.Place;
import io.tidemark.application.port.TraceReader.RootFilter;
import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.application.port.TraceReader.TraceSearch;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.traces.TracesView.Filter;
import io.tidemark.bootstrap.console.traces.TracesView.Hidden;
import io.tidemark.bootstrap.console.traces.TracesView.Option;
import io.tidemark.bootstrap.console.traces.TracesView.Row;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanStatus;
import java.util.Arrays;
import java.util.List;

/** Puts the list of traces together. */
final class TraceList {
    private static final int ROWS = 50;
    private static final double WIDTH = 1_000;

    private final TraceReader reader;

    TraceList(TraceReader reader) {
        this.reader = reader;
    }

    TracesView view(TracesQuery query) {
        List<TraceReport> found = reader.find(
                new TraceSearch(query.filter(), query.period().range(), query.order(), query.after(), ROWS + 1));
        List<TraceReport> shown = found.subList(0, Math.min(ROWS, found.size()));
        long longest = shown.stream()
                .mapToLong(report -> report.root().micros().orElse(0))
                .max()
                .orElse(0);
        return new TracesView(
                filter(query),
                shown.stream().map(report -> row(report, longest)).toList(),
                found.size() > ROWS
                        ? query.address()
                                .with("after", TracesQuery.word(Place.of(shown.get(ROWS - 1))))
                                .href()
                        : "",
                query.period().phrase());
    }

    private static Row row(TraceReport report, long longest) {
        Span root = report.root();
        return new Row(
                TracesQuery.PATH + "/" + root.id().traceId(),
                Wording.dayAndTime(root.start()),
                root.work().operation(),
                root.work().name(),
                Words.duration(root.micros()),
                longest == 0 ? 0 : WIDTH * root.micros().orElse(0) / longest,
                Words.of(root.state().status()),
                Wording.count(report.spans()),
                report.failed() == 0 ? "" : Wording.count(report.failed()) + " failed",
                root.work().user());
    }

    private static Filter filter(TracesQuery query) {
        String operation = query.filter().operation();
        return new Filter(
                operation == null ? "" : operation,
                Arrays.stream(SpanStatus.values())
                        .map(status -> new Option(
                                TracesQuery.word(status),
                                Words.of(status).word(),
                                status == query.filter().status()))
                        .toList(),
                query.address().parameters().entrySet().stream()
                        .filter(entry -> !List.of("operation", "status").contains(entry.getKey()))
                        .map(entry -> new Hidden(entry.getKey(), entry.getValue()))
                        .toList(),
                query.isFiltered()
                        ? new TracesQuery(query.period(), RootFilter.ALL, query.order(), null)
                                .address()
                                .href()
                        : "",
                orders(query),
                Choice.ofPast(query.address(), query.period()));
    }

    private static List<Choice> orders(TracesQuery query) {
        return List.of(
                new Choice("Latest", query.with(Order.LATEST).address().href(), query.order() == Order.LATEST),
                new Choice("Slowest", query.with(Order.SLOWEST).address().href(), query.order() == Order.SLOWEST));
    }
}
