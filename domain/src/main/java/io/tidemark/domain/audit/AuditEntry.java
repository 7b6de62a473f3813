package io.tidemark.domain.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person changed.
 *
 * @param at when
 * @param by who
 * @param deed what was done
 * @param before how it was, for people to read, or null when it was not there; never a secret
 * @param after how it is since then, or null when it is gone; never a secret
 */
public record AuditEntry(
        Instant at,
        String by,
        Deed deed,
        @Nullable String before,
        @Nullable String after) {
    public AuditEntry {
        requireNonNull(at, "at");
        requireNonNull(deed, "deed");
        if (by.isBlank()) {
            throw new IllegalArgumentException("an audit entry needs to say who did it");
        }
    }
}
