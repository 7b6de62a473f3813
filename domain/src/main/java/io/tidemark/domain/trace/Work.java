package io.tidemark.domain.trace;

import io.tidemark.domain.timing.Scope;

/**
 * What is done in a span, and by whom; each by the rules of {@link Scope}.
 *
 * @param operation the operation's name
 * @param name the particular run, such as {@code merge feature/x}
 * @param user who does it
 */
public record Work(String operation, String name, String user) {
    /** The operation and the name of a span that was only heard of. */
    public static final String UNKNOWN = "__unknown__";

    public Work {
        Scope.requireName("operation", operation);
        Scope.requireName("name", name);
        Scope.requireName("user", user);
    }

    static Work unknown(String user) {
        return new Work(UNKNOWN, UNKNOWN, user);
    }
}
