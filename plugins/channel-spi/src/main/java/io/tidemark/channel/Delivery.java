package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to deliver went.
 *
 * @param outcome what the host is to do
 * @param reason a short stable code for logs and metrics, such as {@code http_429}
 * @param detail what a person should read; one line, no secrets, cut to {@value #DETAIL_LIMIT} characters
 * @param status the receiver's status (HTTP, SMTP), or null if there was none
 * @param retryAfter how long the receiver asked to be left alone, for the whole destination; null if it did not
 * @param maybeDuplicate whether the message may have arrived although the answer was not seen
 * @param memo what the channel wants to be told again at the next attempt, and at the next message of the conversation
 *     ({@link Conversation#memo()}): what the receiver calls the message, who has it already; no secret, at most
 *     {@value #MEMO_LIMIT} characters; null leaves what was noted before
 */
public record Delivery(
        Outcome outcome,
        String reason,
        String detail,
        @Nullable Integer status,
        @Nullable Duration retryAfter,
        boolean maybeDuplicate,
        @Nullable String memo) {
    /** The longest detail that is kept. */
    public static final int DETAIL_LIMIT = 500;

    /** The longest memo. */
    public static final int MEMO_LIMIT = 2_000;

    /** What an attempt means for the host. */
    public enum Outcome {
        /** The receiver has it. */
        DELIVERED,
        /** The same message may get through later. */
        RETRY_LATER,
        /** This message will never get through; others may. */
        REFUSED,
        /** No message will get through until a person changes something. */
        CHANNEL_DOWN
    }

    /** Checks the reason, and makes the detail one line within its bound. */
    public Delivery {
        requireNonNull(outcome, "outcome");
        if (!reason.matches("[a-z0-9_]{1,64}")) {
            throw new IllegalArgumentException(
                    "The reason '%s' must be 1 to 64 of a-z, 0-9 and _; put sentences into the detail"
                            .formatted(reason));
        }
        if (retryAfter != null && retryAfter.isNegative()) {
            throw new IllegalArgumentException("retryAfter %s must not be negative".formatted(retryAfter));
        }
        if (memo != null && memo.length() > MEMO_LIMIT) {
            throw new IllegalArgumentException(
                    "A memo of %d characters is too long: at most %d are kept".formatted(memo.length(), MEMO_LIMIT));
        }
        detail = Text.cut(Text.oneLine(detail), DETAIL_LIMIT);
    }

    /** The receiver has the message. */
    public static Delivery delivered() {
        return new Delivery(Outcome.DELIVERED, "delivered", "", null, null, false, null);
    }

    /** The same message may get through later. */
    public static Delivery retryLater(String reason, String detail) {
        return new Delivery(Outcome.RETRY_LATER, reason, detail, null, null, false, null);
    }

    /** This message will never get through; others may. */
    public static Delivery refused(String reason, String detail) {
        return new Delivery(Outcome.REFUSED, reason, detail, null, null, false, null);
    }

    /** No message will get through until a person changes something. */
    public static Delivery channelDown(String reason, String detail) {
        return new Delivery(Outcome.CHANNEL_DOWN, reason, detail, null, null, false, null);
    }

    /** The same with the receiver's status. */
    public Delivery withStatus(int newStatus) {
        return new Delivery(outcome, reason, detail, newStatus, retryAfter, maybeDuplicate, memo);
    }

    /** The same with the pause that the receiver asked for. */
    public Delivery withRetryAfter(Duration pause) {
        return new Delivery(outcome, reason, detail, status, pause, maybeDuplicate, memo);
    }

    /** The same, but the message may have arrived. */
    public Delivery withMaybeDuplicate() {
        return new Delivery(outcome, reason, detail, status, retryAfter, true, memo);
    }

    /** The same with another outcome. */
    public Delivery withOutcome(Outcome newOutcome) {
        return new Delivery(newOutcome, reason, detail, status, retryAfter, maybeDuplicate, memo);
    }

    /** The same under another reason. */
    public Delivery withReason(String newReason) {
        return new Delivery(outcome, newReason, detail, status, retryAfter, maybeDuplicate, memo);
    }

    /** The same with another detail. */
    public Delivery withDetail(String newDetail) {
        return new Delivery(outcome, reason, newDetail, status, retryAfter, maybeDuplicate, memo);
    }

    /** The same with something to be told again. */
    public Delivery withMemo(String newMemo) {
        return new Delivery(outcome, reason, detail, status, retryAfter, maybeDuplicate, newMemo);
    }
}
