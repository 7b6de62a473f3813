package io.tidemark.domain.trace;

import io.tidemark.domain.timing.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of a span; null where it is not known.
 *
 * @param memoryPeakBytes the most memory it held at a time
 * @param cpuMicros how long it kept a processor busy
 * @param attributes anything the caller wants to keep with it
 */
public record SpanDetails(
        @Nullable Long memoryPeakBytes,
        @Nullable Long cpuMicros,
        @Nullable JsonObject attributes) {
    /** Nothing else is known. */
    public static final SpanDetails NONE = new SpanDetails(null, null, null);

    public SpanDetails {
        requireNotNegative("memoryPeakBytes", memoryPeakBytes);
        requireNotNegative("cpuMicros", cpuMicros);
    }

    private static void requireNotNegative(String field, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException("%s %d must not be negative".formatted(field, value));
        }
    }
}
