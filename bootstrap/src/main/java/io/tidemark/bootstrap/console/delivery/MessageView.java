package io.tidemark.bootstrap.console.delivery;

import io.tidemark.application.port.OutboxReader.Followed;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.notification.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One message, and all that was tried for it.
 *
 * @param text what it says
 */
record MessageView(Headline headline, MessageRow message, String text, List<Try> tries) {

    /** One attempt. */
    record Try(Instant at, String time, String tone, String outcome, String reason, String took, String asked) {
        static Try of(Attempt attempt, Instant now) {
            boolean isDelivered = attempt.outcome() == Attempt.Outcome.DELIVERED;
            Duration retryAfter = attempt.answer().retryAfter();
            String asked = retryAfter == null ? "" : "asked to be left alone for " + Wording.age(retryAfter);
            String duplicate = attempt.answer().maybeDuplicate() ? "may have it all the same" : "";
            return new Try(
                    attempt.at(),
                    Wording.time(attempt.at(), now),
                    isDelivered ? "delivered" : "failed",
                    attempt.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    answer(attempt.answer()),
                    Wording.duration(attempt.took().toNanos() / 1e3),
                    asked.isEmpty() || duplicate.isEmpty() ? asked + duplicate : asked + "; " + duplicate);
        }
    }

    private static String answer(Attempt.Answer answer) {
        return answer.detail().isEmpty() ? answer.reason() : answer.reason() + ": " + answer.detail();
    }

    static MessageView of(Followed followed, Instant now) {
        MessageRow message = MessageRow.of(followed.sent(), now);
        List<Try> tries = followed.attempts().stream()
                .map(attempt -> Try.of(attempt, now))
                .toList();
        String tone = switch (followed.sent().status()) {
            case DELIVERED -> "fine";
            case FAILED -> "critical";
            case PENDING, SENDING, MERGED, DROPPED -> "unknown";
        };
        String sentence = "%s to %s".formatted(message.title(), message.destination());
        String detail = "Message %d is %s, after %s. It was decided at %s UTC."
                .formatted(
                        message.id(),
                        message.status(),
                        Wording.counted(message.attempts(), "attempt", "attempts"),
                        message.decidedTime());
        return new MessageView(
                new Headline(tone, sentence, detail),
                message,
                followed.sent().notice().content().text(),
                tries);
    }
}
