package io.tidemark.application.trace;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.TraceLog;
import io.tidemark.application.record.Backlog;
import io.tidemark.application.record.Recorder;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.TraceTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens spans; hands those that have ended on, each with a timing. Safe for several threads. */
public final class Tracer {
    private static final int MAX_WAITING = 50_000;

    private final OpenSpans openSpans = new OpenSpans();
    private final Backlog<Span> ended;
    private final Recorder recorder;
    private final Context context;
    private final Clocks clocks;

    /**
     * Nothing is open yet.
     *
     * @param context of spans of which nothing else is said
     */
    public Tracer(TraceLog log, Recorder recorder, Context context, Clocks clocks) {
        this.ended = new Backlog<>("Spans", MAX_WAITING, (id, spans) -> log.append(spans));
        this.recorder = recorder;
        this.context = context;
        this.clocks = clocks;
    }

    /**
     * Opens a span: a child of the innermost one that is open on this thread, or else the root of a trace.
     *
     * @throws IllegalArgumentException when the operation breaks the rules; a name is shortened instead
     */
    public OpenSpan span(String operation, String name) {
        OpenSpan parent = openSpans.current();
        return open(parent == null ? null : parent.id(), operation, name);
    }

    /**
     * Opens a span: a child of the caller's, or the root of a trace when the caller said nothing.
     *
     * @throws IllegalArgumentException when the operation breaks the rules; a name is shortened instead
     */
    public OpenSpan span(Tracing tracing, String operation, String name) {
        return open(tracing.caller().orElse(null), operation, name);
    }

    /** The innermost span that is open on this thread. */
    public Optional<SpanId> current() {
        return Optional.ofNullable(openSpans.current()).map(OpenSpan::id);
    }

    /** The spans that wait to be written. */
    public Backlog<Span> ended() {
        return ended;
    }

    OpenSpan open(@Nullable SpanId parent, String operation, String name) {
        OpenSpan outer = openSpans.current();
        SpanStart start = new SpanStart(
                parent == null ? SpanIds.root() : SpanIds.childOf(parent),
                parent == null ? null : parent.spanId(),
                operation,
                context.named(Names.name(name, operation)),
                clocks.wall().instant());
        OpenSpan span = new OpenSpan(this, outer, start, nanos());
        // Somebody who forgets to close spans does not get to keep all of them.
        if (span.depth() < TraceTree.MAX_DEPTH) {
            openSpans.opened(span);
        }
        return span;
    }

    void close(Span span, Context context) {
        // Unlinks it, and whatever was closed before it out of order.
        openSpans.current();
        ended.add(span);
        span.micros()
                .ifPresent(micros -> recorder.record(new Timing(
                        span.work().operation(), micros, span.state().end().orElseThrow(), context.inSpan(span.id()))));
    }

    long nanos() {
        return clocks.nanos().getAsLong();
    }
}
