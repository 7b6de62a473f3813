package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a person should be told. It was fixed when the decision was made: a later attempt carries the same bytes.
 *
 * @param id stays the same over all attempts, so it can be the receiver's key against duplicates; printable ASCII
 *     without blanks, at most 128 characters
 * @param conversation ties the messages about one alert together, from the first to the last
 * @param kind why this message is sent
 * @param severity how bad it is
 * @param content what it says
 * @param at when it was decided
 */
public record Message(String id, Conversation conversation, Kind kind, Severity severity, Content content, Instant at) {
    /** Why a message is sent. */
    public enum Kind {
        /** Something is wrong: for the first time, again, or worse than before. */
        FIRING,
        /** Somebody looks after it. */
        ACKNOWLEDGED,
        /** It is over. */
        RESOLVED,
        /** Several waiting messages in one; its conversation is its own. */
        DIGEST,
        /** A person tries the destination; its conversation is its own. */
        TEST
    }

    /** How bad it is, least first. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Look at it today. */
        WARNING,
        /** Look at it now. */
        CRITICAL
    }

    /** Checks the id. */
    public Message {
        requireId("id", id);
        requireNonNull(conversation, "conversation");
        requireNonNull(kind, "kind");
        requireNonNull(severity, "severity");
        requireNonNull(content, "content");
        requireNonNull(at, "at");
    }

    /** What all messages about one alert have in common, and no other has. */
    public String alertId() {
        return conversation.id();
    }

    static void requireId(String name, String value) {
        if (!value.matches("[!-~]{1,128}")) {
            throw new IllegalArgumentException(
                    "%s '%s' must be 1 to 128 printable ASCII characters without blanks".formatted(name, value));
        }
    }
}
