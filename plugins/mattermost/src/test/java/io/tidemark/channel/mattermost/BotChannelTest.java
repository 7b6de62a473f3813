package io.tidemark.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Message.Severity;
import io.tidemark.channel.testkit.HttpChannelContract;
import io.tidemark.channel.testkit.Messages;
import io.tidemark.channel.testkit.Reply;
import io.tidemark.channel.testkit.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BotChannelTest extends HttpChannelContract {
    private static final String ID = "8q1zfw7dyfbfpy6ms1ex4q4bch";
    private static final String POSTED = "post " + ID;

    @Override
    protected ChannelFactory factory() {
        return new MattermostChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("url", address.toString(), "bot-token", SECRET, "channel-id", "4xp9fdt77pncbef59f4k1qe83o");
    }

    /** A post as the server writes it, with a text that tries to pass for another id. */
    @Override
    protected Reply success() {
        return Reply.of(
                201, "{\"id\":\"" + ID + "\",\"create_at\":1,\"root_id\":\"\",\"message\":\"{\\\"id\\\":\\\"x\\\"}\"}");
    }

    /** 404: the channel is not there. 501: the server has no such thing, and no other attempt will change that. */
    @Override
    protected Outcome meaningOf(int status) {
        return status == 404 || status == 501 ? Outcome.CHANNEL_DOWN : super.meaningOf(status);
    }

    @Test
    void deliver_createsThePostInTheNameOfTheBot() throws InterruptedException {
        deliver(Messages.firing());
        Request request = receiver().requests().get(0);
        assertThat(request.method() + " " + request.target()).isEqualTo("POST /hook/" + SECRET + "/api/v4/posts");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer " + SECRET);
        JsonNode post = body(0);
        assertThat(post.get("channel_id").asString()).isEqualTo("4xp9fdt77pncbef59f4k1qe83o");
        assertThat(post.at("/props/attachments").size()).isEqualTo(1);
        assertThat(post.at("/metadata/priority/priority").asString()).isEqualTo("urgent");
    }

    @Test
    void deliver_notesWhichPostItWas() throws InterruptedException {
        assertThat(deliver(Messages.firing()).memo()).isEqualTo(POSTED);
    }

    @Test
    void deliver_changesThePostThenSaysSoInItsThread() throws InterruptedException {
        Delivery delivery = deliver(later(Kind.RESOLVED));
        assertThat(delivery.memo()).isEqualTo(POSTED);
        assertThat(calls()).containsExactly("PUT /api/v4/posts/" + ID + "/patch", "POST /api/v4/posts");
        assertThat(body(0).at("/props/attachments/0/color").asString()).isEqualTo("#2EB67D");
        assertThat(receiver().requests().get(1).body())
                .isEqualTo("{\"message\":\"RESOLVED: merge.apply is slow\\nSlower than normal since 13:58.\","
                        + "\"channel_id\":\"4xp9fdt77pncbef59f4k1qe83o\",\"root_id\":\"" + ID + "\"}");
    }

    /** The server's limit on how long a post may be edited is about its text alone. */
    @Test
    void deliver_doesNotTouchTheTextOfThePost() throws InterruptedException {
        deliver(later(Kind.RESOLVED));
        assertThat(body(0).propertyNames()).containsExactly("props");
    }

    @Test
    void deliver_takesBackThePlainTextThatItsPostBeganWith() throws InterruptedException {
        Delivery refused = deliverTo(error(413, "api.context.request_body_too_large.app_error"));
        receiver().replyWith(success());
        Delivery plain = deliver(Told.again(Messages.firing(), refused.memo()));
        deliver(Told.later(Messages.firing(), plain.memo()));
        assertThat(body(1).get("message").asString()).startsWith("CRITICAL: merge.apply is slow");
        assertThat(body(2).get("message").asString()).isEmpty();
        assertThat(body(2).at("/props/attachments").size()).isEqualTo(1);
    }

    @Test
    void deliver_onlyChangesThePostWithoutThreads() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("threads", "false");
        try (Channel channel = create(settings)) {
            channel.deliver(later(Kind.RESOLVED));
        }
        assertThat(calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400,api.post.update_post.permissions_time_limit.app_error",
        "403,api.context.permissions.app_error",
        "404,app.post.get.app_error"
    })
    void deliver_postsAnewWhatCannotBeChanged(int status, String id) throws InterruptedException {
        receiver().replyWith(error(status, id));
        deliver(later(Kind.RESOLVED));
        assertThat(calls()).hasSize(2).last().isEqualTo("POST /api/v4/posts");
        assertThat(body(1).has("root_id")).isFalse();
        assertThat(body(1).at("/props/attachments").size()).isEqualTo(1);
    }

    @Test
    void deliver_saysNothingInTheThreadOfAPostThatIsNotChangedYet() throws InterruptedException {
        receiver().replyWith(Reply.of(503, "no"));
        assertThat(deliver(later(Kind.RESOLVED)).outcome()).isEqualTo(Outcome.RETRY_LATER);
        assertThat(calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403,api.post.post_priority.priority_post_not_allowed_for_user.request_error",
        "501,license_error.feature_unavailable"
    })
    void refusedPriority_isLeftOutAtOnce(int status, String id) throws InterruptedException {
        deliverTo(error(status, id));
        assertThat(calls()).hasSize(2);
        assertThat(body(0).has("metadata")).isTrue();
        assertThat(body(1).has("metadata")).isFalse();
        assertThat(body(1).get("props")).isEqualTo(body(0).get("props"));
    }

    private static Message later(Kind kind) {
        return Told.later(Messages.of(kind, Severity.CRITICAL), POSTED);
    }

    private static Reply error(int status, String id) {
        return Reply.of(status, "{\"id\":\"%s\",\"message\":\"no\",\"status_code\":%d}".formatted(id, status));
    }

    private List<String> calls() {
        return receiver().requests().stream()
                .map(request -> request.method() + " " + request.target().replaceFirst(".*/api", "/api"))
                .toList();
    }

    private JsonNode body(int index) {
        return JsonMapper.shared().readTree(receiver().requests().get(index).body());
    }
}
