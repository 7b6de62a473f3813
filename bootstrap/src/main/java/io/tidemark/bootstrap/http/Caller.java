package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.bootstrap.console.frame.Visitor;
import io.tidemark.bootstrap.settings.WithoutToken;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.Role;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param name whom the token stands for, or null for somebody on this machine while there are no tokens
 * @param role what the caller may do
 */
record Caller(@Nullable String name, Role role) {
    private static final String ATTRIBUTE = "tidemark.caller";
    private static final int MAX_NAME = 200;

    static Caller of(AccessToken token) {
        return new Caller(token.name(), token.role());
    }

    /** Somebody on this machine, if they need no token. */
    static Optional<Caller> guest(WithoutToken allowed) {
        return switch (allowed) {
            case VIEW -> Optional.of(new Caller(null, Role.VIEWER));
            case CHANGE -> Optional.of(new Caller(null, Role.ADMIN));
            case NOTHING -> Optional.empty();
        };
    }

    boolean isGuest() {
        return name == null;
    }

    /** Guests may record too: an application on the same machine should need no ceremony. */
    boolean may(Role needed) {
        return role.covers(needed) || (isGuest() && needed == Role.RECORDER);
    }

    void calls(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /** The name of the token that the request came with, if it came with one: nobody acts in another's name. */
    static Optional<String> known(Context ctx) {
        return Optional.ofNullable(ctx.<Caller>attribute(ATTRIBUTE)).map(Caller::name);
    }

    /** Who looks at a page of the console. */
    static Visitor visitor(Context ctx) {
        Caller caller = ctx.attribute(ATTRIBUTE);
        return caller == null ? Visitor.UNKNOWN : new Visitor(caller.name(), caller.role());
    }

    /** Who is to be written down: whom the token stands for, or else what the caller says. */
    static String name(Context ctx, @Nullable String said) {
        return known(ctx).orElse(requireNonNullElse(said, "api"));
    }

    /** The same, with the time. */
    static Signature signature(Context ctx, @Nullable String said, Clock clock) {
        String name = name(ctx, said);
        if (name.isBlank() || name.length() > MAX_NAME || name.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("by must be a name of 1 to %d characters".formatted(MAX_NAME));
        }
        return new Signature(name, clock.instant());
    }
}
