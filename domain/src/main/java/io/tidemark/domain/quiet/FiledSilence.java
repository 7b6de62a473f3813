package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A silence with its number, and what became of it.
 *
 * @param id its number
 * @param silence what was said
 * @param expiredAt when somebody ended it early, or null when nobody did
 */
public record FiledSilence(
        long id, Silence silence, @Nullable Instant expiredAt) {
    /** Where it is in its life. */
    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    public FiledSilence {
        requireNonNull(silence, "silence");
    }

    /** When it ends, or ended. */
    public Instant end() {
        Instant planned = silence.time().to();
        return expiredAt != null && expiredAt.isBefore(planned) ? expiredAt : planned;
    }

    public State state(Instant now) {
        if (!now.isBefore(end())) {
            return State.EXPIRED;
        }
        return now.isBefore(silence.time().from()) ? State.PENDING : State.ACTIVE;
    }

    /** Ended early. What is over stays as it is. */
    public FiledSilence expire(Instant at) {
        return at.isBefore(end()) ? new FiledSilence(id, silence, at) : this;
    }

    /** What the audit is told when it is made. */
    public AuditEntry added(Instant at) {
        return new AuditEntry(at, silence.author(), deed(Verb.ADDED), null, silence.toString());
    }

    /** What the audit is told when somebody ends it early. */
    public AuditEntry ended(Instant at, String by) {
        return new AuditEntry(at, by, deed(Verb.ENDED), silence.toString(), null);
    }

    private Deed deed(Verb verb) {
        return new Deed(verb, "silence", Long.toString(id));
    }
}
