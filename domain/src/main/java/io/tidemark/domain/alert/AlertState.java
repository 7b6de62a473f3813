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
     * @param until when it is open again, unless it is over by then; null when it stays with them
     */
    record Acknowledged(
            String by,
            Instant at,
            @Nullable String note,
            @Nullable Instant until) implements AlertState {
        public Acknowledged {
            requireNonNull(at, "at");
            if (by.isBlank()) {
                throw new IllegalArgumentException("by must name who acknowledges");
            }
        }

        /** For good. */
        public Acknowledged(String by, Instant at, @Nullable String note) {
            this(by, at, note, null);
        }

        boolean isExpired(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    /**
     * The condition is gone.
     *
     * @param at since when
     * @param by who says so; null when it was found to be
     * @param recoveredMicros how long the operation took then; null when nobody knows, or it is not about that
     */
    record Resolved(
            Instant at, @Nullable String by, @Nullable Long recoveredMicros) implements AlertState {
        public Resolved {
            requireNonNull(at, "at");
            if (by != null && by.isBlank()) {
                throw new IllegalArgumentException("by must name who resolves");
            }
        }

        /** Found to be, without a figure. */
        public Resolved(Instant at) {
            this(at, null, null);
        }
    }

    /** Whether the condition is gone, so that seeing it again is a new alert. */
    default boolean isOver() {
        return this instanceof Resolved;
    }
}
