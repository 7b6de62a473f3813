package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an alert is in its life: open, acknowledged, resolved. */
public sealed interface AlertState {

    /** Nobody has taken it on yet. */
    record Open() implements AlertState {}

    /**
     * Somebody has taken it on.
     *
     * @param by who
     * @param at when
     * @param note what they said, or null
     */
    record Acknowledged(String by, Instant at, @Nullable String note) implements AlertState {
        public Acknowledged {
            requireNonNull(at, "at");
            if (by.isBlank()) {
                throw new IllegalArgumentException("by must name who acknowledges");
            }
        }
    }

    /**
     * The condition is gone.
     *
     * @param at since when
     */
    record Resolved(Instant at) implements AlertState {
        public Resolved {
            requireNonNull(at, "at");
        }
    }

    /** Whether the condition is gone, so that seeing it again is a new alert. */
    default boolean isOver() {
        return this instanceof Resolved;
    }
}
