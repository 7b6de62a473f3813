package io.tidemark.bootstrap.console.frame;

import io.tidemark.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page.
 *
 * @param name the name of the token, or null for somebody on this machine, or somebody unknown
 * @param role what they may do, or null when that is not known
 */
public record Visitor(@Nullable String name, @Nullable Role role) {
    public static final Visitor UNKNOWN = new Visitor(null, null);

    /** Whether they may do what needs this role. */
    public boolean may(Role needed) {
        return role != null && role.covers(needed);
    }

    public boolean mayOperate() {
        return may(Role.OPERATOR);
    }

    public boolean mayAdminister() {
        return may(Role.ADMIN);
    }
}
