package io.tidemark.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Classifies what HTTP says. A channel asks its receiver's own error words first, and this for the rest. The detail
 * quotes the answer: take the secrets out of it first, with {@link HttpAnswer#without}.
 */
public final class HttpDelivery {
    /** The longest pause that a receiver is granted. */
    public static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(15);

    private HttpDelivery() {}

    /**
     * Classifies an answer by its status: 2xx is delivered; 408, 425, 429 and 5xx may work later, with the pause that
     * {@code Retry-After} asks for; 3xx, 401 and 403 mean that the channel is down; everything else, 501 and 505 among it,
     * is refused. A gateway's 504 leaves open whether the message arrived.
     */
    public static Delivery of(HttpAnswer answer, Clock clock) {
        int status = answer.status();
        if (status / 100 == 2) {
            return Delivery.delivered().withStatus(status);
        }
        String reason = "http_" + status;
        String detail = detail(answer);
        Delivery delivery = switch (status) {
            case 401, 403 -> Delivery.channelDown(reason, detail);
            case 501, 505 -> Delivery.refused(reason, detail);
            case 504 -> Delivery.retryLater(reason, detail).withMaybeDuplicate();
            case 408, 425, 429 -> Delivery.retryLater(reason, detail);
            default -> byClass(status, reason, detail);
        };
        return withPause(delivery, answer, clock).withStatus(status);
    }

    /** A redirect says that the address is wrong, which is no fault of the message. */
    private static Delivery byClass(int status, String reason, String detail) {
        return switch (status / 100) {
            case 3 -> Delivery.channelDown(reason, detail);
            case 5 -> Delivery.retryLater(reason, detail);
            default -> Delivery.refused(reason, detail);
        };
    }

    /** Classifies a call that got no answer. */
    public static Delivery of(HttpFailure failure) {
        String reason = failure.kind().name().toLowerCase(Locale.ROOT);
        String detail = Optional.ofNullable(failure.getMessage()).orElse("");
        return switch (failure.kind()) {
            case CONNECT, TLS -> Delivery.retryLater(reason, detail);
            case TIMEOUT_BEFORE_ANSWER, LOST_BEFORE_ANSWER, OTHER ->
                Delivery.retryLater(reason, detail).withMaybeDuplicate();
            case ADDRESS_NOT_ALLOWED, REDIRECT_REFUSED -> Delivery.channelDown(reason, detail);
            case ANSWER_TOO_LARGE -> Delivery.refused(reason, detail).withMaybeDuplicate();
        };
    }

    private static String detail(HttpAnswer answer) {
        String said = answer.body().isBlank() ? "" : ": " + answer.body();
        return "The receiver answered " + answer.status() + said;
    }

    private static Delivery withPause(Delivery delivery, HttpAnswer answer, Clock clock) {
        if (delivery.outcome() != Delivery.Outcome.RETRY_LATER) {
            return delivery;
        }
        return answer.header("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                .map(delivery::withRetryAfter)
                .orElse(delivery);
    }
}
