package io.tidemark.domain.trace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How far a span is: heard of, running, or ended one way or the other. */
public sealed interface SpanState {

    /** A child named it; it has not arrived itself. */
    record Pending() implements SpanState {}

    /** It has started, and not ended. */
    record Running() implements SpanState {}

    /**
     * It ended well.
     *
     * @param at when; kept to the microsecond
     */
    record Succeeded(Instant at) implements SpanState {
        public Succeeded {
            at = requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * It ended badly.
     *
     * @param at when; kept to the microsecond
     * @param error what is known of the reason
     */
    record Failed(Instant at, SpanError error) implements SpanState {
        public Failed {
            at = requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS);
            requireNonNull(error, "error");
        }
    }

    /** When it ended, once it has. */
    default Optional<Instant> end() {
        if (this instanceof Succeeded succeeded) {
            return Optional.of(succeeded.at);
        }
        return this instanceof Failed failed ? Optional.of(failed.at) : Optional.empty();
    }

    default boolean isEnded() {
        return end().isPresent();
    }

    default SpanStatus status() {
        if (this instanceof Pending) {
            return SpanStatus.PENDING;
        }
        if (this instanceof Running) {
            return SpanStatus.RUNNING;
        }
        return this instanceof Failed ? SpanStatus.FAILED : SpanStatus.SUCCESS;
    }
}
