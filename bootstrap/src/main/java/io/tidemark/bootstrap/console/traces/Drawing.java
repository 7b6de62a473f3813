package io.tidemark.bootstrap.console.traces;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.bootstrap.console.chart.Outline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.traces.TraceView.Bar;
import io.tidemark.bootstrap.console.traces.TraceView.Head;
import io.tidemark.bootstrap.console.traces.TraceView.Row;
import io.tidemark.bootstrap.console.traces.TraceView.Tick;
import io.tidemark.bootstrap.console.traces.TraceView.Times;
import io.tidemark.bootstrap.console.traces.TraceView.Work;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanStatus;
import io.tidemark.domain.trace.Waterfall;
import io.tidemark.domain.trace.Waterfall.Own;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a waterfall: a bar for each span, dark where it worked itself. */
final class Drawing {
    private static final double WIDTH = 1_000;
    /** Less cannot be seen. */
    private static final double LEAST_WIDTH = 2;

    private static final int TICKS = 4;
    private static final int DEEPEST_LEVEL = 12;

    private final Waterfall waterfall;
    private final double scale;

    private Drawing(Waterfall waterfall) {
        this.waterfall = waterfall;
        this.scale = waterfall.micros() == 0 ? 0 : WIDTH / waterfall.micros();
    }

    static TraceView of(TraceReport report, Waterfall waterfall) {
        Drawing drawing = new Drawing(waterfall);
        long missing = report.spans() - waterfall.rows().size();
        return new TraceView(
                head(report, waterfall),
                drawing.ticks(),
                waterfall.rows().stream().map(drawing::row).toList(),
                missing == 0
                        ? ""
                        : "Showing the %s spans that took longest, with all that they are a part of; %s are left out. GET /api/v1/traces/%s?limit=50000 has them."
                                .formatted(
                                        Wording.count(waterfall.rows().size()),
                                        Wording.count(missing),
                                        report.root().id().traceId()));
    }

    private static Head head(TraceReport report, Waterfall waterfall) {
        Span root = report.root();
        return new Head(
                root.id().traceId(),
                Words.of(root.state().status()),
                root.work().operation(),
                root.work().name(),
                "%s from %s on, %s%s"
                        .formatted(
                                Wording.duration((double) waterfall.micros()),
                                Wording.dayAndTime(waterfall.start()),
                                Wording.counted(report.spans(), "span", "spans"),
                                report.failed() == 0 ? "" : ", " + Wording.count(report.failed()) + " failed"));
    }

    private List<Tick> ticks() {
        return IntStream.rangeClosed(0, TICKS)
                .mapToObj(tick -> new Tick(
                        Integer.toString(tick * 100 / TICKS),
                        Wording.duration((double) waterfall.micros() * tick / TICKS)))
                .toList();
    }

    private Row row(Waterfall.Row row) {
        Span span = row.node().span();
        return new Row(
                "s" + span.id().spanId(),
                Math.min(DEEPEST_LEVEL, row.node().depth()),
                new Work(span.work().operation(), span.work().name(), error(span)),
                bar(row, span),
                new Times(
                        Words.duration(span.micros()),
                        Words.duration(row.node().ownMicros()),
                        Words.percent(row.node().shareOfRoot()),
                        "+" + Wording.duration((double) row.offsetMicros())),
                Words.of(span.state().status()),
                row.left() == 0 ? "" : "and " + Wording.counted(row.left(), "shorter part", "shorter parts"),
                Facts.of(span));
    }

    private Bar bar(Waterfall.Row row, Span span) {
        double x = Math.min(WIDTH - LEAST_WIDTH, row.offsetMicros() * scale);
        double width = span.micros().isPresent() ? span.micros().getAsLong() * scale : WIDTH - x;
        String own = row.own().stream()
                .filter(stretch -> stretch.micros() * scale >= 0.5)
                .map(this::path)
                .collect(Collectors.joining());
        return new Bar(
                Outline.number(x),
                Outline.number(Math.max(LEAST_WIDTH, width)),
                own,
                span.state().status() == SpanStatus.FAILED
                        ? "failed"
                        : span.state().isEnded() ? "ended" : "open");
    }

    private String path(Own own) {
        return "M%s,0h%sv10h-%sz"
                .formatted(
                        Outline.number(own.offsetMicros() * scale),
                        Outline.number(own.micros() * scale),
                        Outline.number(own.micros() * scale));
    }

    private static String error(Span span) {
        if (!(span.state() instanceof Failed failed)) {
            return "";
        }
        SpanError error = failed.error();
        return requireNonNullElse(error.message(), requireNonNullElse(error.code(), "no reason was given"));
    }
}
