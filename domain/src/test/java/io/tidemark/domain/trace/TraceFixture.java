package io.tidemark.domain.trace;

import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;

import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Running;
import io.tidemark.domain.trace.SpanState.Succeeded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Spans of one trace; times are microseconds after noon. */
public final class TraceFixture {
    public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    public static final Work MERGE = new Work("merge_branches", "merge feature/x", ANNA);

    private TraceFixture() {}

    public static SpanId id(int number) {
        return new SpanId(TRACE, "%016x".formatted(number));
    }

    /** A span that succeeded; parent 0 is none. */
    public static Span span(int number, int parent, long fromMicros, long toMicros) {
        return span(number, parent, fromMicros, new Succeeded(at(toMicros)));
    }

    public static Span running(int number, int parent, long fromMicros) {
        return span(number, parent, fromMicros, new Running());
    }

    public static Span failed(int number, int parent, long fromMicros, long toMicros) {
        return span(number, parent, fromMicros, new Failed(at(toMicros), SpanError.UNKNOWN));
    }

    public static Span span(int number, int parent, long fromMicros, SpanState state) {
        @Nullable String parentId = parent == 0 ? null : id(parent).spanId();
        return new Span(id(number), parentId, MERGE, at(fromMicros), state, SpanDetails.NONE);
    }

    public static Instant at(long micros) {
        return NOON.plus(micros, ChronoUnit.MICROS);
    }
}
