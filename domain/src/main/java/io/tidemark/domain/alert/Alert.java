package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Telling.Kind;
import io.tidemark.domain.alert.Telling.Last;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know. It keeps its id from its first message to its last.
 *
 * @param id its number
 * @param fingerprint the condition it is about
 * @param severity the worst that was seen
 * @param evidence what the worst sighting rests on: its figures are the peak
 * @param recurrence how often it was seen
 * @param state where it is in its life
 * @param telling what was told of it
 */
public record Alert(
        long id,
        Fingerprint fingerprint,
        Severity severity,
        Evidence evidence,
        Recurrence recurrence,
        AlertState state,
        Telling telling) {

    public Alert {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(severity, "severity");
        requireNonNull(evidence, "evidence");
        requireNonNull(recurrence, "recurrence");
        requireNonNull(state, "state");
        requireNonNull(telling, "telling");
    }

    /** The alert that the first sighting of a condition raises. */
    public static Alert raise(long id, Sighting sighting) {
        return raise(id, sighting, List.of());
    }

    /** The alert that a sighting raises after the one before is over: when that was seen is not forgotten. */
    public static Alert raiseAgain(long id, Sighting sighting, Alert before) {
        return raise(id, sighting, before.recurrence().latest());
    }

    private static Alert raise(long id, Sighting sighting, List<Instant> seenBefore) {
        return new Alert(
                id,
                sighting.fingerprint(),
                sighting.severity(),
                sighting.evidence(),
                Recurrence.first(sighting.at(), seenBefore),
                new Open(),
                Telling.NOTHING);
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
                state,
                telling);
    }

    /** At least as bad as that. */
    public Alert atLeast(Severity severity) {
        return new Alert(
                id, fingerprint, Severity.worse(this.severity, severity), evidence, recurrence, state, telling);
    }

    /** Notes what somebody has been told. */
    public Alert told(Kind kind, Instant at, Collection<Addressee> to) {
        return with(telling.told(new Last(kind, severity, at), to));
    }

    public Alert with(Telling telling) {
        return new Alert(id, fingerprint, severity, evidence, recurrence, state, telling);
    }

    /** Taken on by a person, for good. The first one wins: what is acknowledged or resolved stays as it is. */
    public Alert acknowledge(String by, Instant at, @Nullable String note) {
        return acknowledge(new Acknowledged(by, at, note));
    }

    /** Taken on by a person. The first one wins: what is acknowledged or resolved stays as it is. */
    public Alert acknowledge(Acknowledged word) {
        return state instanceof Open ? in(word, word.at()) : this;
    }

    /** Open again when the acknowledgement has expired. */
    public Alert reopenIfExpired(Instant now) {
        return state instanceof Acknowledged taken && taken.isExpired(now) ? in(new Open(), now) : this;
    }

    /** The condition is gone. What is resolved stays as it is. */
    public Alert resolve(Instant at) {
        return resolve(new Resolved(at));
    }

    /** The condition is gone. What is resolved stays as it is. */
    public Alert resolve(Resolved word) {
        return state.isOver() ? this : in(word.after(state), word.at());
    }

    /** Whether somebody is to be told at once: that it fires, does so again, or is worse than they were told. */
    public boolean isNews() {
        Last last = telling.last();
        boolean worse = last != null && severity.compareTo(last.severity()) > 0;
        boolean unsaid = state instanceof Open && !telling.lastSaid(Kind.FIRING);
        return !state.isOver() && (worse || unsaid);
    }

    /** To be looked at again at once: whoever was told is to hear of it. */
    private Alert in(AlertState next, Instant at) {
        return new Alert(id, fingerprint, severity, evidence, recurrence, next, telling.lookingAt(at));
    }
}
