package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState.Failed;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spans column by column, so that one statement takes any number of them. MyBatis reads each method as a property.
 *
 * @param spans the spans
 */
record SpanColumns(List<Span> spans) {
    /** Clocks that are wrong by millennia are wrong by millennia still, and microseconds do not overflow. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    String[] traceIds() {
        return texts(span -> span.id().traceId());
    }

    String[] spanIds() {
        return texts(span -> span.id().spanId());
    }

    String[] parentIds() {
        return texts(Span::parentId);
    }

    String[] operations() {
        return texts(span -> span.work().operation());
    }

    String[] names() {
        return texts(span -> span.work().name());
    }

    String[] users() {
        return texts(span -> span.work().user());
    }

    String[] statuses() {
        return texts(span -> span.state().status().name());
    }

    Long[] startMicros() {
        return numbers(span -> micros(span.start()));
    }

    Long[] endMicros() {
        return numbers(span -> span.state().end().map(SpanColumns::micros).orElse(null));
    }

    String[] errorMessages() {
        return texts(span -> error(span).message());
    }

    String[] errorCodes() {
        return texts(span -> error(span).code());
    }

    String[] errorDetails() {
        return texts(span -> text(error(span).details()));
    }

    Long[] memoryPeaks() {
        return numbers(span -> span.details().memoryPeakBytes());
    }

    Long[] cpuMicros() {
        return numbers(span -> span.details().cpuMicros());
    }

    String[] attributes() {
        return texts(span -> text(span.details().attributes()));
    }

    private static long micros(Instant instant) {
        return CopyRows.micros(instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant);
    }

    private static SpanError error(Span span) {
        return span.state() instanceof Failed failed ? failed.error() : SpanError.UNKNOWN;
    }

    private static @Nullable String text(@Nullable JsonObject json) {
        return json == null ? null : json.text();
    }

    private String[] texts(Function<Span, @Nullable String> column) {
        return spans.stream()
                .map(column)
                .map(text -> text == null ? null : Text.storable(text))
                .toArray(String[]::new);
    }

    private Long[] numbers(Function<Span, @Nullable Long> column) {
        return spans.stream().map(column).toArray(Long[]::new);
    }
}
