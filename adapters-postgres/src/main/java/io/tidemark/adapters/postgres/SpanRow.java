package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Pending;
import io.tidemark.domain.trace.SpanState.Running;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.SpanStatus;
import io.tidemark.domain.trace.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A span whose state is spread over columns; a part of which every column is null is null itself. */
record SpanRow(
        String traceId,
        String spanId,
        @Nullable String parentId,
        Work work,
        Instant start,
        State state,
        @Nullable SpanDetails details) {

    Span toSpan() {
        return new Span(
                new SpanId(traceId, spanId),
                parentId,
                work,
                start,
                state.toState(),
                requireNonNullElse(details, SpanDetails.NONE));
    }

    /** The state as columns: those that do not belong to it are null. */
    record State(
            SpanStatus status,
            @Nullable Instant end,
            @Nullable SpanError error) {
        SpanState toState() {
            return switch (status) {
                case PENDING -> new Pending();
                case RUNNING -> new Running();
                case SUCCESS -> new Succeeded(requireNonNull(end));
                case FAILED -> new Failed(requireNonNull(end), requireNonNullElse(error, SpanError.UNKNOWN));
            };
        }
    }
}
