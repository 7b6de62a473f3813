package io.tidemark.domain.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token besides itself.
 *
 * @param name whom it stands for: the name under which its holder acts
 * @param role what its holder may do
 * @param created when it was made
 * @param expires from when on it counts no more, or null when it does until it is revoked
 * @param revoked since when it counts no more, or null when it was not revoked
 */
public record AccessToken(
        String name,
        Role role,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked) {
    private static final int MAX_NAME = 100;

    public AccessToken {
        requireNonNull(role, "role");
        requireNonNull(created, "created");
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "name '%s' of a token must be 1 to %d characters, none of them a control character"
                            .formatted(name, MAX_NAME));
        }
        if (expires != null && !expires.isAfter(created)) {
            throw new IllegalArgumentException("a token that expires at %s must be made before".formatted(expires));
        }
    }

    /** Whether it counts at that time. */
    public boolean countsAt(Instant time) {
        return revoked == null && (expires == null || time.isBefore(expires));
    }

    /** Whether it makes sure that somebody may always do everything. */
    public boolean isLastingAdmin() {
        return role == Role.ADMIN && expires == null && revoked == null;
    }
}
