package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.alert.AcknowledgementLinks.Refusal;
import io.tidemark.application.alert.Acknowledging.Result;
import io.tidemark.application.alert.Answer;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import java.util.Optional;

/**
 * What is said to somebody who acknowledges from a message.
 *
 * @param status the status of the answer
 * @param sentence what became of it
 */
record AcknowledgementWords(int status, String sentence) {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;

    static AcknowledgementWords of(Result result) {
        return result.refusal() == null ? of(requireNonNull(result.answer())) : of(result.refusal());
    }

    static AcknowledgementWords of(Refusal refusal) {
        return switch (refusal) {
            case FORGED -> new AcknowledgementWords(FORBIDDEN, "This link was not made here, or not all of it arrived");
            case EXPIRED -> new AcknowledgementWords(GONE, "This link has expired: acknowledge it in the console");
            case USED -> new AcknowledgementWords(GONE, "This link was used before, and works once");
        };
    }

    static AcknowledgementWords of(Answer answer) {
        return switch (answer.outcome()) {
            case DONE -> new AcknowledgementWords(OK, "You look after it now");
            case ACKNOWLEDGED_BEFORE, RESOLVED_BEFORE ->
                ofClosed(requireNonNull(answer.alert())).orElseThrow();
            case UNKNOWN -> new AcknowledgementWords(NOT_FOUND, "This alert is not kept any more");
        };
    }

    /** Why there is nothing to be taken on; empty when there is. */
    static Optional<AcknowledgementWords> ofClosed(Alert alert) {
        if (alert.state() instanceof Acknowledged acknowledged) {
            return Optional.of(new AcknowledgementWords(
                    CONFLICT, "%s looks after it, since %s".formatted(acknowledged.by(), acknowledged.at())));
        }
        return alert.state().isOver()
                ? Optional.of(new AcknowledgementWords(CONFLICT, "It is over already"))
                : Optional.empty();
    }
}
