package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know. It keeps its id from its first message to its last.
 *
 * @param id its number
 * @param fingerprint the condition it is about
 * @param severity the worst that was seen
 * @param evidence what the worst sighting rests on
 * @param recurrence how often it was seen
 * @param state where it is in its life
 */
public record Alert(
        long id,
        Fingerprint fingerprint,
        Severity severity,
        Evidence evidence,
        Recurrence recurrence,
        AlertState state) {

    public Alert {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(severity, "severity");
        requireNonNull(evidence, "evidence");
        requireNonNull(recurrence, "recurrence");
        requireNonNull(state, "state");
    }

    /** The alert that the first sighting of a condition raises. */
    public static Alert raise(long id, Sighting sighting) {
        return new Alert(
                id,
                sighting.fingerprint(),
                sighting.severity(),
                sighting.evidence(),
                Recurrence.first(sighting.at()),
                new Open());
    }

    /** Counts another sighting of the same condition; a worse one replaces what is shown. */
    public Alert seenAgain(Sighting sighting) {
        boolean worse =
                sighting.evidence().figures().multiplier() > evidence.figures().multiplier();
        return new Alert(
                id,
                fingerprint,
                Severity.worse(severity, sighting.severity()),
                worse ? sighting.evidence() : evidence,
                recurrence.again(sighting.at()),
                state);
    }

    /** Notes that somebody has been told. */
    public Alert told(Instant at) {
        return new Alert(id, fingerprint, severity, evidence, recurrence.told(at), state);
    }

    /** Taken on by a person. The first one wins: what is acknowledged or resolved stays as it is. */
    public Alert acknowledge(String by, Instant at, @Nullable String note) {
        return state instanceof Open ? in(new Acknowledged(by, at, note)) : this;
    }

    /** The condition is gone. What is resolved stays as it is. */
    public Alert resolve(Instant at) {
        return state.isOver() ? this : in(new Resolved(at));
    }

    private Alert in(AlertState next) {
        return new Alert(id, fingerprint, severity, evidence, recurrence, next);
    }
}
