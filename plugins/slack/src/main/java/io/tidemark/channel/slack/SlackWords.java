package io.tidemark.channel.slack;

import io.tidemark.channel.Delivery.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Slack's error words mean. They are listed with the methods
 * <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a> and
 * <a href="https://docs.slack.dev/reference/methods/chat.update">chat.update</a>; those of webhooks come from
 * <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">their own page</a>.
 */
final class SlackWords {
    private static final Set<String> WEBHOOK_OR_CHANNEL_GONE = Set.of(
            "action_prohibited",
            "channel_is_archived",
            "channel_not_found",
            "invalid_token",
            "is_archived",
            "is_inactive",
            "no_active_hooks",
            "no_service",
            "no_service_id",
            "no_team",
            "not_in_channel",
            "posting_to_general_channel_denied",
            "team_disabled",
            "team_not_found",
            "user_not_found");

    private static final Set<String> TOKEN_WITHOUT_RIGHT = Set.of(
            "access_denied",
            "accesslimited",
            "account_inactive",
            "deprecated_endpoint",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "invalid_auth",
            "method_deprecated",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "team_access_not_granted",
            "token_expired",
            "token_revoked",
            "two_factor_setup_required");

    private static final Set<String> MESSAGE_REFUSED = Set.of(
            "invalid_arguments",
            "invalid_attachments",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_payload",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "too_many_attachments");

    private static final Set<String> LATER = Set.of(
            "external_channel_migrating",
            "fatal_error",
            "internal_error",
            "org_login_required",
            "rate_limited",
            "ratelimited",
            "request_timeout",
            "rollup_error",
            "service_unavailable",
            "team_added_to_org",
            "update_failed");

    /** Slack says of these that the message may have been posted all the same. */
    private static final Set<String> MAYBE_POSTED = Set.of("fatal_error", "internal_error");

    private static final Map<String, Outcome> MEANINGS = Map.of(
                    WEBHOOK_OR_CHANNEL_GONE, Outcome.CHANNEL_DOWN,
                    TOKEN_WITHOUT_RIGHT, Outcome.CHANNEL_DOWN,
                    MESSAGE_REFUSED, Outcome.REFUSED,
                    LATER, Outcome.RETRY_LATER)
            .entrySet()
            .stream()
            .flatMap(entry -> entry.getKey().stream().map(word -> Map.entry(word, entry.getValue())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private SlackWords() {}

    static Optional<Outcome> meaning(String word) {
        return Optional.ofNullable(MEANINGS.get(word));
    }

    static boolean mayHavePosted(String word) {
        return MAYBE_POSTED.contains(word);
    }
}
