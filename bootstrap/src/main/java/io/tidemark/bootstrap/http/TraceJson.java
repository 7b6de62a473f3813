package io.tidemark.bootstrap.http;

import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanStatus;
import io.tidemark.domain.trace.TraceTree.Node;
import io.tidemark.domain.trace.Waterfall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Traces as JSON. */
final class TraceJson {
    private static final double DIGITS = 10_000;

    private TraceJson() {}

    /** A trace at a glance, by its root. */
    record Row(
            String trace,
            String operation,
            String name,
            String user,
            Instant start,
            @Nullable Long micros,
            SpanStatus status,
            long spans,
            long failed) {
        static Row of(TraceReport report) {
            Span root = report.root();
            return new Row(
                    root.id().traceId(),
                    root.work().operation(),
                    root.work().name(),
                    root.work().user(),
                    root.start(),
                    orNull(root.micros()),
                    root.state().status(),
                    report.spans(),
                    report.failed());
        }
    }

    /**
     * A trace with its spans.
     *
     * @param start when its first span started
     * @param micros how long it went on
     * @param leftOut how many of its spans are not here
     */
    record Detail(Row root, Instant start, long micros, long leftOut, List<Part> spans) {
        static Detail of(TraceReport report, Waterfall waterfall) {
            return new Detail(
                    Row.of(report),
                    waterfall.start(),
                    waterfall.micros(),
                    report.spans() - waterfall.rows().size(),
                    waterfall.rows().stream().map(Part::of).toList());
        }
    }

    /**
     * A span in its place.
     *
     * @param depth how many spans stand above it
     * @param offsetMicros how long after the start of the trace it started
     * @param ownMicros its time without that of its children, or null while it runs
     * @param shareOfRoot its time divided by that of its root, or null
     * @param leftOut how many of its children are not here
     */
    record Part(
            String span,
            @Nullable String parent,
            int depth,
            String operation,
            String name,
            String user,
            long offsetMicros,
            @Nullable Long micros,
            @Nullable Long ownMicros,
            @Nullable Double shareOfRoot,
            SpanStatus status,
            @Nullable String error,
            Map<String, String> attributes,
            int leftOut) {
        static Part of(Waterfall.Row row) {
            Node node = row.node();
            Span span = node.span();
            JsonObject attributes = span.details().attributes();
            return new Part(
                    span.id().spanId(),
                    span.parentId(),
                    node.depth(),
                    span.work().operation(),
                    span.work().name(),
                    span.work().user(),
                    row.offsetMicros(),
                    orNull(span.micros()),
                    orNull(node.ownMicros()),
                    orNull(node.shareOfRoot()),
                    span.state().status(),
                    span.state() instanceof Failed failed ? text(failed.error()) : null,
                    attributes == null ? Map.of() : attributes.scalars(),
                    row.left());
        }
    }

    private static @Nullable String text(SpanError error) {
        return error.message() == null ? error.code() : error.message();
    }

    private static @Nullable Long orNull(OptionalLong micros) {
        return micros.isEmpty() ? null : (Long) micros.getAsLong();
    }

    private static @Nullable Double orNull(OptionalDouble share) {
        return share.isEmpty() ? null : (Double) (Math.round(share.getAsDouble() * DIGITS) / DIGITS);
    }
}
