package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was told of an alert, to whom, and what is still to be told.
 *
 * @param last what was said last, or null when nobody was told
 * @param told whom it was said to, in the order in which they were told first; they hear how it goes on
 * @param escalation how far it went up while nobody answered
 * @param quiet why the last that was to be said was not, or null when it was
 * @param lookAt when it is to be looked at again, or null when never
 */
public record Telling(
        @Nullable Last last,
        List<Addressee> told,
        Escalation escalation,
        @Nullable Quiet quiet,
        @Nullable Instant lookAt) {
    /** Nobody was told, and nothing is due. */
    public static final Telling NOTHING = new Telling(null, List.of(), Escalation.NONE, null, null);

    /** What an alert can be said to be. */
    public enum Kind {
        FIRING,
        ACKNOWLEDGED,
        RESOLVED
    }

    /**
     * What was said last.
     *
     * @param kind what it was said to be
     * @param severity how bad it was said to be
     * @param at when
     */
    public record Last(Kind kind, Severity severity, Instant at) {
        public Last {
            requireNonNull(kind, "kind");
            requireNonNull(severity, "severity");
            requireNonNull(at, "at");
        }
    }

    /**
     * How far an alert went up while nobody answered.
     *
     * @param steps how many steps were taken
     * @param nextAt when the next one is, or null when there is none
     */
    public record Escalation(int steps, @Nullable Instant nextAt) {
        public static final Escalation NONE = new Escalation(0, null);

        public Escalation {
            if (steps < 0) {
                throw new IllegalArgumentException("steps %d must not be negative".formatted(steps));
            }
        }
    }

    public Telling {
        told = List.copyOf(told);
        requireNonNull(escalation, "escalation");
    }

    /** When somebody was told last, or null. */
    public @Nullable Instant lastTold() {
        return last == null ? null : last.at();
    }

    /** Whether this was said last. */
    public boolean lastSaid(Kind kind) {
        return last != null && last.kind() == kind;
    }

    /** Told: a clock that is set back does not move the last time back. */
    Telling told(Last said, Collection<Addressee> to) {
        Instant before = lastTold();
        Last kept = before == null || said.at().isAfter(before) ? said : new Last(said.kind(), said.severity(), before);
        List<Addressee> all =
                Stream.concat(told.stream(), to.stream()).distinct().toList();
        return new Telling(kept, all, escalation, null, lookAt);
    }

    public Telling with(Escalation escalation) {
        return new Telling(last, told, escalation, quiet, lookAt);
    }

    /** Not told, for that reason. */
    public Telling keptQuiet(Quiet quiet) {
        return new Telling(last, told, escalation, requireNonNull(quiet, "quiet"), lookAt);
    }

    public Telling lookingAt(@Nullable Instant lookAt) {
        return new Telling(last, told, escalation, quiet, lookAt);
    }
}
