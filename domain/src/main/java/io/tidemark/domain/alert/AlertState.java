package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an alert is in its life: open, acknowledged, resolved. */
public sealed interface AlertState {

    /** Nobody has taken it on yet. */
    record Open() implements AlertState {
        @Override
        public @Nullable Acknowledged taken() {
            return null;
        }
    }

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

        @Override
        public Acknowledged taken() {
            return this;
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
     * @param taken who had taken it on before, or null when nobody had
     */
    record Resolved(
            Instant at,
            @Nullable String by,
            @Nullable Long recoveredMicros,
            @Nullable Acknowledged taken) implements AlertState {
        public Resolved {
            requireNonNull(at, "at");
            if (by != null && by.isBlank()) {
                throw new IllegalArgumentException("by must name who resolves");
            }
        }

        /** Nobody had taken it on. */
        public Resolved(Instant at, @Nullable String by, @Nullable Long recoveredMicros) {
            this(at, by, recoveredMicros, null);
        }

        /** Found to be, without a figure. */
        public Resolved(Instant at) {
            this(at, null, null);
        }

        /** The end of an alert that was in that state. */
        Resolved after(AlertState before) {
            return new Resolved(at, by, recoveredMicros, before.taken());
        }
    }

    /** Who has taken it on, or had when it was resolved; null when nobody has. */
    @Nullable
    Acknowledged taken();

    /** Whether the condition is gone, so that seeing it again is a new alert. */
    default boolean isOver() {
        return this instanceof Resolved;
    }
}
