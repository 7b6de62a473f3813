package io.tidemark.channel.mattermost;

import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpDelivery;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Mattermost answers. The status decides, but for a few errors that its
 * <a href="https://github.com/mattermost/mattermost/blob/master/server/channels/app/webhook.go">source</a> names:
 * newer servers call nearly every failure of a webhook {@code web.incoming_webhook.general.app_error}.
 */
final class MattermostAnswer {
    static final String PRIORITY_REFUSED = "priority_refused";
    static final String CANNOT_CHANGE = "cannot_change";

    private static final String ABOUT_CHANGES = "api.post.update_post.";

    /** The first member of an error; a message cannot forge it, because in a JSON text its quotes are escaped. */
    private static final Pattern ID =
            Pattern.compile("\\s*\\{\\s*\"id\"\\s*:\\s*\"([a-z0-9_.]{1,200})\".*", Pattern.DOTALL);

    private static final Set<String> WEBHOOK_OR_RECIPIENT_UNKNOWN =
            Set.of("web.incoming_webhook.invalid.app_error", "web.incoming_webhook.user.app_error");
    /** The server allows no priorities, or none without a licence. It took nothing: the message may follow without. */
    private static final Set<String> WITHOUT_PRIORITY = Set.of(
            "api.post.post_priority.priority_post_not_allowed_for_user.request_error",
            "license_error.feature_unavailable");

    private MattermostAnswer() {}

    /** A webhook answers {@code ok} as plain text, and nothing else that would do. */
    static Delivery ofWebhook(HttpAnswer answer, Clock clock) {
        Delivery delivery = byStatus(answer, clock);
        return delivery.outcome() == Outcome.DELIVERED && !answer.body().strip().equals("ok")
                ? unexpected(answer)
                : delivery;
    }

    /** The API answers with the post, whose id becomes the memo. */
    static Delivery ofApi(HttpAnswer answer, Clock clock) {
        Delivery delivery = byStatus(answer, clock);
        if (delivery.outcome() != Outcome.DELIVERED) {
            return delivery;
        }
        return id(answer)
                .map(id -> delivery.withMemo(new MattermostMemo(id, null).text()))
                .orElseGet(() -> unexpected(answer));
    }

    private static Delivery byStatus(HttpAnswer answer, Clock clock) {
        Delivery delivery = HttpDelivery.of(answer, clock);
        String id = id(answer).orElse("");
        if (WITHOUT_PRIORITY.contains(id)) {
            return delivery.withOutcome(Outcome.REFUSED).withReason(PRIORITY_REFUSED);
        }
        if (id.startsWith(ABOUT_CHANGES)) {
            return delivery.withReason(CANNOT_CHANGE);
        }
        return switch (answer.status()) {
            case 400 ->
                WEBHOOK_OR_RECIPIENT_UNKNOWN.contains(id) ? delivery.withOutcome(Outcome.CHANNEL_DOWN) : delivery;
            // The channel is gone; webhooks are switched off.
            case 404, 501 -> delivery.withOutcome(Outcome.CHANNEL_DOWN);
            case 429 -> delivery.retryAfter() == null ? withReset(delivery, answer, clock) : delivery;
            default -> delivery;
        };
    }

    /** Seconds until the limit is forgotten altogether: longer than needed, but the server said no better. */
    private static Delivery withReset(Delivery delivery, HttpAnswer answer, Clock clock) {
        return answer.header("X-RateLimit-Reset")
                .map(seconds -> new HttpAnswer(answer.status(), Map.of("Retry-After", seconds), ""))
                .flatMap(reset ->
                        Optional.ofNullable(HttpDelivery.of(reset, clock).retryAfter()))
                .map(delivery::withRetryAfter)
                .orElse(delivery);
    }

    private static Delivery unexpected(HttpAnswer answer) {
        return Delivery.channelDown(
                        "unexpected_answer",
                        "Not Mattermost's answer but: %s. Check the address, and for a proxy in between."
                                .formatted(answer.body().isEmpty() ? "nothing" : answer.body()))
                .withStatus(answer.status())
                .withMaybeDuplicate();
    }

    private static Optional<String> id(HttpAnswer answer) {
        Matcher matcher = ID.matcher(answer.body());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
