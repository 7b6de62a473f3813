package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import org.jspecify.annotations.Nullable;

/**
 * Who merged, and as a part of what; names by the rules of {@link Scope}.
 *
 * @param user who it was
 * @param session the session in which it was, or null
 * @param span the span in which it was, which leads to its trace, or null
 */
public record MergedBy(
        String user, @Nullable String session, @Nullable SpanId span) {
    public MergedBy {
        Scope.requireName("user", user);
        if (session != null) {
            Scope.requireName("session", session);
        }
    }

    /** Without a span. */
    public MergedBy(String user, @Nullable String session) {
        this(user, session, null);
    }

    /** The same person in a span. */
    public MergedBy inSpan(@Nullable SpanId of) {
        return new MergedBy(user, session, of);
    }
}
