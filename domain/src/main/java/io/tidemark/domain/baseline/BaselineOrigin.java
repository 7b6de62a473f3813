package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a baseline came about.
 *
 * @param reason why it was made
 * @param by who asked for it
 * @param at when it was calculated, or approved
 * @param note what a person said about it, or null
 */
public record BaselineOrigin(
        Reason reason, String by, Instant at, @Nullable String note) {
    /** Why a baseline was made. */
    public enum Reason {
        SCHEDULED,
        MANUAL,
        FORCED,
        APPROVED
    }

    public BaselineOrigin {
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must name who asked for the baseline");
        }
    }

    /** Nobody said anything about it. */
    public BaselineOrigin(Reason reason, String by, Instant at) {
        this(reason, by, at, null);
    }
}
