package io.tidemark.application.trace;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.Work;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span from its opening to {@link #close}, which records it and a timing of its operation. What is opened on the same
 * thread meanwhile becomes its child.
 *
 * <pre>{@code
 * try (OpenSpan merge = tidemark.span("merge_branches", "merge feature/x")) {
 *     merge.attribute("files", 12);
 *     try (OpenSpan base = tidemark.span("merge_base_find", "find base")) {
 *         findBase();
 *     }
 * }
 * }</pre>
 *
 * <p>Closing never waits and never throws; closing twice records once. {@link #child} and {@link #traceparent} may be
 * called by any thread, everything else by one at a time.
 */
public final class OpenSpan implements AutoCloseable {
    private static final int MAX_ATTRIBUTES = 64;

    private final Tracer tracer;
    private final @Nullable OpenSpan outer;
    private final int depth;
    private final long startNanos;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private SpanStart start;
    private @Nullable SpanError error;
    private volatile boolean closed;

    OpenSpan(Tracer tracer, @Nullable OpenSpan outer, SpanStart start, long startNanos) {
        this.tracer = tracer;
        this.outer = outer;
        this.depth = outer == null ? 0 : outer.depth + 1;
        this.start = start;
        this.startNanos = startNanos;
    }

    /** Its number, and that of its trace. */
    public SpanId id() {
        return start.id();
    }

    /** The header {@code traceparent} that tells another process to go on with this trace. */
    public String traceparent() {
        return Tracing.header(id());
    }

    /**
     * Opens a child on this thread, whatever thread this span was opened on.
     *
     * @throws IllegalArgumentException when the operation breaks the rules; a name is shortened instead
     */
    public OpenSpan child(String operation, String name) {
        return tracer.open(id(), operation, name);
    }

    /**
     * Says on which branch it runs.
     *
     * @throws IllegalArgumentException when the name breaks the rules
     */
    public OpenSpan onBranch(String branch) {
        start = start.with(start.context().onBranch(branch));
        return this;
    }

    /** Keeps a text with the span. Beyond {@value #MAX_ATTRIBUTES} attributes, further ones are left out. */
    public OpenSpan attribute(String name, String value) {
        return put(name, value);
    }

    /** Keeps a number with the span. */
    public OpenSpan attribute(String name, long value) {
        return put(name, value);
    }

    /** Keeps a truth with the span. */
    public OpenSpan attribute(String name, boolean value) {
        return put(name, value);
    }

    /** Says that it failed; the first word counts. */
    public void fail(String message) {
        fail(Failure.of(message));
    }

    /** Says that it failed, and of what; the first word counts. */
    public void fail(Throwable thrown) {
        fail(Failure.of(thrown));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            long micros = Math.min(Timing.toMicros(Math.max(0, tracer.nanos() - startNanos)), Timing.MAX_MICROS);
            Context context = start.context();
            Span span = new Span(
                    start.id(),
                    start.parentId(),
                    new Work(start.operation(), String.valueOf(context.name()), context.user()),
                    start.at(),
                    ended(start.at().truncatedTo(ChronoUnit.MICROS).plus(micros, ChronoUnit.MICROS)),
                    new SpanDetails(null, null, attributes()));
            tracer.close(span, context);
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Nullable
    OpenSpan outer() {
        return outer;
    }

    int depth() {
        return depth;
    }

    private SpanState ended(Instant end) {
        return error == null ? new Succeeded(end) : new Failed(end, error);
    }

    private void fail(SpanError first) {
        if (error == null) {
            error = first;
        }
    }

    private OpenSpan put(String name, Object value) {
        if (attributes.size() < MAX_ATTRIBUTES || attributes.containsKey(name)) {
            attributes.put(name, value);
        }
        return this;
    }

    private @Nullable JsonObject attributes() {
        if (attributes.isEmpty()) {
            return null;
        }
        try {
            return JsonObject.of(attributes);
        } catch (IllegalArgumentException e) {
            return JsonObject.of(Map.of("not kept", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public String toString() {
        return "OpenSpan[%s, %s]".formatted(id(), start.operation());
    }
}
