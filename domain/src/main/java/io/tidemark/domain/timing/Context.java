package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who ran an operation, on what, and what else is known about the run.
 *
 * @param user who ran it: not blank
 * @param branch the branch it ran on, or null
 * @param name the particular run, such as {@code merge feature/x}, or null
 * @param session the session it ran in, or null
 * @param details what else is known
 */
public record Context(
        String user,
        @Nullable String branch,
        @Nullable String name,
        @Nullable String session,
        Details details) {

    public Context {
        Scope.requireName("user", user);
        requireNameOrNull("branch", branch);
        requireNameOrNull("name", name);
        requireNameOrNull("session", session);
        requireNonNull(details, "details");
    }

    /** A context that knows only the user. */
    public static Context of(String user) {
        return new Context(user, null, null, null, Details.NONE);
    }

    public Context onBranch(String branch) {
        return new Context(user, branch, name, session, details);
    }

    public Context named(String name) {
        return new Context(user, branch, name, session, details);
    }

    public Context inSession(String session) {
        return new Context(user, branch, name, session, details);
    }

    public Context with(Details details) {
        return new Context(user, branch, name, session, details);
    }

    /** With anything else worth keeping, as a JSON object. */
    public Context withMetadata(JsonObject metadata) {
        return with(details.withMetadata(metadata));
    }

    /** With what went wrong, as a JSON object. */
    public Context withError(JsonObject error) {
        return with(details.withError(error));
    }

    public Context withRowsAffected(long rows) {
        Resources known = details.resources();
        return with(details.withResources(new Resources(rows, known.memoryBytes(), known.cpuMicros())));
    }

    public Context inSpan(SpanId span) {
        return with(details.inSpan(span));
    }

    private static void requireNameOrNull(String field, @Nullable String value) {
        if (value != null) {
            Scope.requireName(field, value);
        }
    }
}
