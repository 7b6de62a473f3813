package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import java.time.Instant;

/**
 * One message to one destination, as it was decided.
 *
 * @param conversation what it belongs to
 * @param kind why it is sent
 * @param severity how bad it was then
 * @param destination whom it goes to
 * @param content what it says
 * @param decidedAt when it was decided
 */
public record Notice(
        Conversation conversation,
        Kind kind,
        Severity severity,
        Destination destination,
        Content content,
        Instant decidedAt) {
    /** Why a message is sent. */
    public enum Kind {
        /** Something is wrong: for the first time, again, or worse than before. */
        FIRING,
        /** Somebody looks after it. */
        ACKNOWLEDGED,
        /** It is over. */
        RESOLVED,
        /** Several waiting messages in one. */
        DIGEST
    }

    public Notice {
        requireNonNull(conversation, "conversation");
        requireNonNull(kind, "kind");
        requireNonNull(severity, "severity");
        requireNonNull(destination, "destination");
        requireNonNull(content, "content");
        requireNonNull(decidedAt, "decidedAt");
    }
}
