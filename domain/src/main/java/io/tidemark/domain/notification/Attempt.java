package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that was tried, and how the channel classified what came of it.
 *
 * @param at when it was tried
 * @param took how long it took
 * @param outcome what came of it
 * @param answer what was heard
 */
public record Attempt(Instant at, Duration took, Outcome outcome, Answer answer) {

    /** What came of an attempt. */
    public enum Outcome {
        /** The receiver has it. */
        DELIVERED,
        /** Not now; later may work. */
        RETRY_LATER,
        /** This message will never be taken. */
        REFUSED,
        /** Nothing will be taken by this destination until somebody mends it. */
        CHANNEL_DOWN
    }

    /**
     * What was heard of the receiver.
     *
     * @param reason a short word for programs, such as {@code http_429}
     * @param detail the same for people, without secrets
     * @param status the status number of the protocol, or null
     * @param retryAfter how long the receiver asked to be left alone, or null
     * @param memo what the channel wants to be told again in this conversation, or null when it noted nothing new
     * @param maybeDuplicate whether the receiver may have the message although its answer was not seen
     */
    public record Answer(
            String reason,
            String detail,
            @Nullable Integer status,
            @Nullable Duration retryAfter,
            @Nullable String memo,
            boolean maybeDuplicate) {
        /** Of an answer that was seen. */
        public Answer(
                String reason,
                String detail,
                @Nullable Integer status,
                @Nullable Duration retryAfter,
                @Nullable String memo) {
            this(reason, detail, status, retryAfter, memo, false);
        }
    }

    public Attempt {
        requireNonNull(at, "at");
        requireNonNull(took, "took");
        requireNonNull(outcome, "outcome");
        requireNonNull(answer, "answer");
    }
}
