package io.tidemark.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.testkit.HttpChannelContract;
import io.tidemark.channel.testkit.Messages;
import io.tidemark.channel.testkit.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest extends HttpChannelContract {
    @Override
    protected ChannelFactory factory() {
        return new MattermostChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("webhook-url", address.toString());
    }

    @Override
    protected Reply success() {
        return Reply.of(200, "ok");
    }

    /** 404: the channel is not there. 501: webhooks are switched off, and no other attempt will change that. */
    @Override
    protected Outcome meaningOf(int status) {
        return status == 404 || status == 501 ? Outcome.CHANNEL_DOWN : super.meaningOf(status);
    }

    @Test
    void deliver_sendsOnlyWhatTheSettingsName() throws InterruptedException {
        deliver(Messages.firing());
        assertThat(body(0).propertyNames()).containsExactly("attachments", "priority");
    }

    @Test
    void deliver_presentsItselfAsTheSettingsSay() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("channel-name", "operations");
        settings.put("username", "tidemark");
        settings.put("icon-url", "https://tidemark.example.org/icon.png");
        settings.put("priority", "false");
        try (Channel channel = create(settings)) {
            channel.deliver(Messages.firing());
        }
        assertThat(body(0).propertyNames()).containsExactly("channel", "username", "icon_url", "attachments");
        assertThat(body(0).get("channel").asString()).isEqualTo("operations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK then", "<html>Sign in</html>", "{\"id\":\"abc\"}"})
    void anythingButOk_isNotMattermost(String body) throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(200, body));
        assertThat(delivery.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("unexpected_answer");
    }

    @ParameterizedTest
    @CsvSource({
        "400,web.incoming_webhook.invalid.app_error,CHANNEL_DOWN",
        "400,web.incoming_webhook.user.app_error,CHANNEL_DOWN",
        "400,web.incoming_webhook.parse.app_error,REFUSED",
        "400,web.incoming_webhook.general.app_error,REFUSED",
        "403,web.incoming_webhook.channel_locked.app_error,CHANNEL_DOWN",
        "404,web.incoming_webhook.channel.app_error,CHANNEL_DOWN",
        "500,api.post.create_webhook_post.creating.app_error,RETRY_LATER",
        "501,web.incoming_webhook.disabled.app_error,CHANNEL_DOWN",
        "403,api.post.post_priority.priority_post_not_allowed_for_user.request_error,REFUSED",
        "501,license_error.feature_unavailable,REFUSED"
    })
    void error_isWhatTheServersSourceSays(int status, String id, Outcome expected) throws InterruptedException {
        assertThat(deliverTo(error(status, id)).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"400,web.incoming_webhook.general.app_error", "413,api.context.request_body_too_large.app_error"})
    void deliver_sendsPlainTextAfterARefusal(int status, String id) throws InterruptedException {
        Delivery refused = deliverTo(error(status, id));
        receiver().replyWith(success());
        deliver(Told.again(Messages.firing(), refused.memo()));
        assertThat(receiver().requests().get(1).body())
                .isEqualTo("{\"text\":\"CRITICAL: merge.apply is slow\\nSlower than normal since 13:58.\\n"
                        + "https://tidemark.example.org/alerts/8431\"}");
    }

    @Test
    void deliver_blamesTheWebhookWhenPlainTextIsRefusedToo() throws InterruptedException {
        receiver().replyWith(error(400, "web.incoming_webhook.general.app_error"));
        Delivery first = deliver(Messages.firing());
        Delivery second = deliver(Told.again(Messages.firing(), first.memo()));
        assertThat(second.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
    }

    @Test
    void deliver_dressesTheNextMessageInFullAgain() throws InterruptedException {
        Delivery refused = deliverTo(Reply.of(413, "too large"));
        receiver().replyWith(success());
        deliver(Told.later(Messages.firing(), refused.memo()));
        assertThat(body(1).has("attachments")).isTrue();
    }

    @Test
    void refusedPriority_isLeftOutAtOnce() throws InterruptedException {
        deliverTo(error(501, "license_error.feature_unavailable"));
        assertThat(body(0).propertyNames()).containsExactly("attachments", "priority");
        assertThat(body(1).propertyNames()).containsExactly("attachments");
    }

    @Test
    void throttling_isOverWhenTheServerSaysSo() throws InterruptedException {
        Reply limited = Reply.of(429, "limit exceeded\n");
        assertThat(deliverTo(limited.withHeaders(Map.of("X-RateLimit-Reset", "11")))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(11));
        assertThat(deliverTo(limited.withHeaders(Map.of("X-RateLimit-Reset", "11", "Retry-After", "2")))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void deliver_doesNotQuoteTheWayToAcknowledge() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(400, "Bad link https://tidemark.example.org/a/7c1f, token 7c1f"));
        assertThat(delivery.detail()).contains("Bad link").doesNotContain("7c1f");
    }

    private static Reply error(int status, String id) {
        return Reply.of(
                status,
                "{\"id\":\"%s\",\"message\":\"Failed to handle the payload for incoming webhook %s.\",\"status_code\":%d}"
                        .formatted(id, SECRET, status));
    }

    private JsonNode body(int index) {
        return JsonMapper.shared().readTree(receiver().requests().get(index).body());
    }
}
