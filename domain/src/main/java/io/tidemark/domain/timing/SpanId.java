package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A span of a trace, by the rules of W3C Trace Context (https://www.w3.org/TR/trace-context/): lower-case hexadecimal,
 * not all zeros.
 *
 * @param traceId the trace: 32 digits
 * @param spanId the span in it: 16 digits
 */
public record SpanId(String traceId, String spanId) {
    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    public SpanId {
        require("traceId", traceId, TRACE, 32);
        require("spanId", spanId, SPAN, 16);
    }

    private static void require(String field, String value, Pattern pattern, int digits) {
        requireNonNull(value, field);
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("%s '%s' must be %d digits of 0-9 and a-f, not all 0"
                    .formatted(field, Scope.abbreviated(value), digits));
        }
    }

    @Override
    public String toString() {
        return traceId + "/" + spanId;
    }
}
