package io.tidemark.domain.timing;

import org.jspecify.annotations.Nullable;

/**
 * Who ran an operation, and on what.
 *
 * @param user who ran it: not blank
 * @param branch the branch it ran on, or null
 * @param name the particular run, such as {@code merge feature/x}, or null
 * @param session the session it ran in, or null
 */
public record Context(
        String user,
        @Nullable String branch,
        @Nullable String name,
        @Nullable String session) {

    public Context {
        Scope.requireName("user", user);
        requireNameOrNull("branch", branch);
        requireNameOrNull("name", name);
        requireNameOrNull("session", session);
    }

    /** A context that knows only the user. */
    public static Context of(String user) {
        return new Context(user, null, null, null);
    }

    public Context onBranch(String branch) {
        return new Context(user, branch, name, session);
    }

    public Context named(String name) {
        return new Context(user, branch, name, session);
    }

    public Context inSession(String session) {
        return new Context(user, branch, name, session);
    }

    private static void requireNameOrNull(String field, @Nullable String value) {
        if (value != null) {
            Scope.requireName(field, value);
        }
    }
}
