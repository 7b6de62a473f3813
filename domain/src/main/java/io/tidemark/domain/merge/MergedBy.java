package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who merged; names by the rules of {@link Scope}.
 *
 * @param user who it was
 * @param session the session in which it was, or null
 */
public record MergedBy(String user, @Nullable String session) {
    public MergedBy {
        Scope.requireName("user", user);
        if (session != null) {
            Scope.requireName("session", session);
        }
    }
}
