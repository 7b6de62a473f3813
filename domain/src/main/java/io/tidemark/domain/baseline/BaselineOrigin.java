package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How a baseline came about.
 *
 * @param reason why it was made
 * @param by who asked for it
 * @param at when it was calculated
 */
public record BaselineOrigin(Reason reason, String by, Instant at) {
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
}
