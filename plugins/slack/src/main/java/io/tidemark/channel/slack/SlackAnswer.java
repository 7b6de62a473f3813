package io.tidemark.channel.slack;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what Slack answers. Its error words come first: the status that goes with a word has changed over the years,
 * the word has not.
 */
final class SlackAnswer {
    private static final Pattern WORD =
            Pattern.compile("\\s*([a-z_]+)\\s*|\\{.*\"error\"\\s*:\\s*\"([a-z_]+)\".*}", Pattern.DOTALL);

    private static final Map<Outcome, Set<String>> WORDS = Map.of(
            Outcome.CHANNEL_DOWN,
            Set.of(
                    "action_prohibited",
                    "channel_is_archived",
                    "channel_not_found",
                    "invalid_token",
                    "no_active_hooks",
                    "no_service",
                    "no_service_id",
                    "no_team",
                    "posting_to_general_channel_denied",
                    "team_disabled",
                    "user_not_found"),
            Outcome.REFUSED,
            Set.of(
                    "invalid_attachments",
                    "invalid_blocks",
                    "invalid_payload",
                    "msg_blocks_too_long",
                    "msg_too_long",
                    "no_text",
                    "too_many_attachments"),
            Outcome.RETRY_LATER,
            Set.of(
                    "fatal_error",
                    "internal_error",
                    "rate_limited",
                    "ratelimited",
                    "request_timeout",
                    "rollup_error",
                    "service_unavailable"));

    /** Slack says of these that the message may have been posted all the same. */
    private static final Set<String> MAYBE_POSTED = Set.of("fatal_error", "internal_error");

    private static final Map<String, Outcome> MEANINGS = WORDS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(word -> Map.entry(word, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private SlackAnswer() {}

    static Delivery classify(HttpAnswer answer, Clock clock) {
        Delivery byStatus = HttpDelivery.of(answer, clock);
        return word(answer.body())
                .flatMap(word -> byWord(word, byStatus))
                .orElseGet(() -> byStatus.outcome() == Outcome.DELIVERED ? success(answer, byStatus) : byStatus);
    }

    private static Delivery success(HttpAnswer answer, Delivery byStatus) {
        if (answer.status() == 200 && answer.body().equals("ok")) {
            return byStatus;
        }
        return Delivery.channelDown(
                        "unexpected_answer",
                        "Not Slack's 'ok' but: %s. Check the webhook address, and for a proxy in between."
                                .formatted(answer.body().isEmpty() ? "nothing" : answer.body()))
                .withStatus(answer.status())
                .withMaybeDuplicate();
    }

    private static Optional<String> word(String body) {
        Matcher matcher = WORD.matcher(body);
        return matcher.matches()
                ? Stream.of(1, 2)
                        .flatMap(group -> Optional.ofNullable(matcher.group(group)).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Delivery> byWord(String word, Delivery byStatus) {
        return Optional.ofNullable(MEANINGS.get(word))
                .map(outcome -> new Delivery(
                        outcome,
                        word,
                        "Slack answered: " + word,
                        byStatus.status(),
                        outcome == Outcome.RETRY_LATER ? byStatus.retryAfter() : null,
                        MAYBE_POSTED.contains(word),
                        null));
    }
}
