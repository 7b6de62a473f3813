package io.tidemark.application.trace;

import io.tidemark.domain.timing.SpanId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller in another process says of the trace that it is part of, in the header {@code traceparent} of W3C Trace
 * Context (https://www.w3.org/TR/trace-context/).
 *
 * <pre>{@code
 * try (OpenSpan span = tidemark.span(Tracing.from(request.header("traceparent")), "checkout", "checkout main")) {
 *     call(otherService, "traceparent", span.traceparent());
 * }
 * }</pre>
 *
 * @param caller the caller's span; empty when it said nothing
 */
public record Tracing(Optional<SpanId> caller) {
    private static final Pattern HEADER =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    /** Nobody said anything: a span is the root of a trace of its own. */
    private static final Tracing NONE = new Tracing(Optional.empty());

    /** Reads the header. As the standard asks, one that is missing or breaks the rules is as if nobody said anything. */
    public static Tracing from(@Nullable String traceparent) {
        Matcher header = HEADER.matcher(traceparent == null ? "" : traceparent.strip());
        if (!header.matches() || (header.group(1).equals("00") && header.group(4) != null)) {
            return NONE;
        }
        try {
            return new Tracing(Optional.of(new SpanId(header.group(2), header.group(3))));
        } catch (IllegalArgumentException allZeros) {
            return NONE;
        }
    }

    static String header(SpanId span) {
        return "00-%s-%s-01".formatted(span.traceId(), span.spanId());
    }
}
