package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;

import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Running;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.Work;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Spans that the contract tests put into a storage; times are microseconds after {@link StorageFixture#RECENTLY}. */
public final class SpanFixture {
    public static final Work WORK = new Work("merge_branches", "merge feature/x", "ada");
    public static final SpanError ERROR =
            new SpanError("deadlock \"detected\"", "40P01", new JsonObject("{\"waits for\":[1,2]}"));

    private SpanFixture() {}

    public static SpanId id(int trace, int span) {
        return new SpanId("%032x".formatted(trace), "%016x".formatted(span));
    }

    /** A span that runs; parent 0 is none. */
    public static Span running(int trace, int span, int parent, long fromMicros) {
        return span(trace, span, parent, fromMicros, new Running());
    }

    public static Span ended(int trace, int span, int parent, long fromMicros, long toMicros) {
        return span(trace, span, parent, fromMicros, new Succeeded(at(toMicros)));
    }

    public static Span failed(int trace, int span, int parent, long fromMicros, long toMicros) {
        return span(trace, span, parent, fromMicros, new Failed(at(toMicros), ERROR));
    }

    public static Span span(int trace, int span, int parent, long fromMicros, SpanState state) {
        String parentId = parent == 0 ? null : id(trace, parent).spanId();
        return new Span(id(trace, span), parentId, WORK, at(fromMicros), state, SpanDetails.NONE);
    }

    public static Instant at(long micros) {
        return RECENTLY.plus(micros, ChronoUnit.MICROS);
    }
}
