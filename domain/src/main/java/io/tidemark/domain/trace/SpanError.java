package io.tidemark.domain.trace;

import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Why a span failed, as far as it is known.
 *
 * @param message for people: at most {@value #MAX_MESSAGE_LENGTH} characters, or null
 * @param code for programs, such as an SQL state or the name of an exception, or null
 * @param details anything else, or null
 */
public record SpanError(
        @Nullable String message,
        @Nullable String code,
        @Nullable JsonObject details) {
    public static final int MAX_MESSAGE_LENGTH = 2_000;

    /** It failed, and nobody said why. */
    public static final SpanError UNKNOWN = new SpanError(null, null, null);

    public SpanError {
        if (message != null && (message.length() > MAX_MESSAGE_LENGTH || message.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "message of %d characters must not be longer than %d, or contain a NUL character"
                            .formatted(message.length(), MAX_MESSAGE_LENGTH));
        }
        if (code != null) {
            Scope.requireName("code", code);
        }
    }
}
