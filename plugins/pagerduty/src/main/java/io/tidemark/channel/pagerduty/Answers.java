package io.tidemark.channel.pagerduty;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpDelivery;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads what PagerDuty answers. */
final class Answers {
    /** "Preferably with a backoff of a few minutes", says its manual. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private static final int ACCEPTED = 202;
    private static final int THROTTLED = 429;
    private static final Pattern ABOUT_THE_KEY = Pattern.compile("routing[ _]key", Pattern.CASE_INSENSITIVE);

    private Answers() {}

    static Delivery classify(HttpAnswer answer, Clock clock) {
        Delivery delivery = HttpDelivery.of(answer, clock);
        if (delivery.outcome() == Outcome.DELIVERED && answer.status() != ACCEPTED) {
            return delivery.withOutcome(Outcome.CHANNEL_DOWN)
                    .withReason("unexpected_answer")
                    .withDetail("PagerDuty accepts with 202, not with %d; look for a proxy in between, and at 'api-url'"
                            .formatted(answer.status()))
                    .withMaybeDuplicate();
        }
        if (answer.status() == 400 && ABOUT_THE_KEY.matcher(answer.body()).find()) {
            return delivery.withOutcome(Outcome.CHANNEL_DOWN).withReason("invalid_routing_key");
        }
        boolean pauseMissing = answer.status() == THROTTLED && delivery.retryAfter() == null;
        return pauseMissing ? delivery.withRetryAfter(PAUSE) : delivery;
    }

    /** Whether the message itself was wrong, so that a plainer one may be taken. */
    static boolean isAboutTheMessage(Delivery delivery) {
        Integer status = delivery.status();
        return delivery.outcome() == Outcome.REFUSED && status != null && (status == 400 || status == 413);
    }
}
