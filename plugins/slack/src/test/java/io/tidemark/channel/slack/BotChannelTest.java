package io.tidemark.channel.slack;

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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BotChannelTest extends HttpChannelContract {
    private static final String POSTED = "at C1H9RESGL 1503435956.000247";

    @Override
    protected ChannelFactory factory() {
        return new SlackChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("bot-token", SECRET, "channel-id", "#operations", "api-url", address.toString());
    }

    /** The answer in Slack's manual of chat.postMessage, with a title that tries to pass for members. */
    @Override
    protected Reply success() {
        return Reply.of(
                200,
                "{\"ok\":true,\"channel\":\"C1H9RESGL\",\"ts\":\"1503435956.000247\",\"message\":{\"text\":"
                        + "\"\\\"ts\\\":\\\"1.1\\\",\\\"error\\\":\\\"token_revoked\\\"\",\"ts\":\"1503435956.000247\"}}");
    }

    @Test
    void deliver_postsTheFirstMessageInTheNameOfTheApp() throws InterruptedException {
        deliver(Messages.firing());
        Request request = receiver().requests().get(0);
        assertThat(request.target()).isEqualTo("/hook/" + SECRET + "/chat.postMessage");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer " + SECRET);
        assertThat(json(request).get("channel").asString()).isEqualTo("#operations");
    }

    @Test
    void deliver_notesWhereTheFirstMessageIs() throws InterruptedException {
        assertThat(deliver(Messages.firing()).memo()).isEqualTo(POSTED);
    }

    @Test
    void deliver_changesTheFirstMessageThenSaysSoInItsThread() throws InterruptedException {
        deliver(later(Kind.RESOLVED));
        List<Request> requests = receiver().requests();
        assertThat(methods()).containsExactly("chat.update", "chat.postMessage");
        assertThat(json(requests.get(0)).get("ts").asString()).isEqualTo("1503435956.000247");
        assertThat(json(requests.get(0)).at("/attachments/0/color").asString()).isEqualTo("#2EB67D");
        assertThat(requests.get(1).body())
                .isEqualTo("{\"text\":\"*RESOLVED* merge.apply is slow\\nSlower than normal since 13:58.\","
                        + "\"channel\":\"C1H9RESGL\",\"thread_ts\":\"1503435956.000247\","
                        + "\"unfurl_links\":false,\"unfurl_media\":false}");
    }

    @Test
    void deliver_changesNobodyIntoAMention() throws InterruptedException {
        deliver(later(Kind.RESOLVED));
        assertThat(json(receiver().requests().get(0)).get("parse").asString()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"FIRING,true", "ACKNOWLEDGED,false", "RESOLVED,false"})
    void reply_isForTheWholeChannelOnlyWhenItFiresAgain(Kind kind, boolean all) throws InterruptedException {
        deliver(later(kind));
        JsonNode reply = json(receiver().requests().get(1));
        assertThat(reply.path("reply_broadcast").asBoolean(false)).isEqualTo(all);
    }

    @Test
    void deliver_onlyChangesTheMessageWithoutThreads() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("threads", "false");
        try (Channel channel = create(settings)) {
            channel.deliver(later(Kind.RESOLVED));
        }
        assertThat(methods()).containsExactly("chat.update");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cant_update_message",
                "channel_not_found",
                "edit_window_closed",
                "is_archived",
                "is_inactive",
                "message_not_found",
                "not_in_channel"
            })
    void deliver_postsAnewWhatCannotBeChanged(String word) throws InterruptedException {
        receiver().replyWith(error(word));
        deliver(later(Kind.RESOLVED));
        assertThat(methods()).containsExactly("chat.update", "chat.postMessage");
        JsonNode posted = json(receiver().requests().get(1));
        assertThat(posted.has("thread_ts")).isFalse();
        assertThat(posted.get("channel").asString()).isEqualTo("#operations");
    }

    @Test
    void deliver_saysNothingInTheThreadOfAMessageThatIsNotChangedYet() throws InterruptedException {
        receiver().replyWith(Reply.close());
        Delivery delivery = deliver(later(Kind.RESOLVED));
        assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY_LATER);
        assertThat(methods()).containsExactly("chat.update");
    }

    @ParameterizedTest
    @CsvSource({
        "account_inactive,CHANNEL_DOWN",
        "channel_not_found,CHANNEL_DOWN",
        "invalid_auth,CHANNEL_DOWN",
        "is_archived,CHANNEL_DOWN",
        "missing_scope,CHANNEL_DOWN",
        "not_authed,CHANNEL_DOWN",
        "not_in_channel,CHANNEL_DOWN",
        "restricted_action,CHANNEL_DOWN",
        "token_expired,CHANNEL_DOWN",
        "token_revoked,CHANNEL_DOWN",
        "invalid_arguments,REFUSED",
        "invalid_blocks,REFUSED",
        "msg_too_long,REFUSED",
        "a_word_of_next_year,REFUSED",
        "fatal_error,RETRY_LATER",
        "ratelimited,RETRY_LATER",
        "service_unavailable,RETRY_LATER"
    })
    void errorWithStatus200_isWhatItsWordSays(String word, Outcome expected) throws InterruptedException {
        Delivery delivery = deliverTo(error(word));
        assertThat(delivery.outcome()).isEqualTo(expected);
        assertThat(delivery.reason()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "<html>Sign in</html>", "{\"channel\":\"C1\",\"ts\":\"1.1\"}"})
    void answerWithoutOk_isNotSlacks(String body) throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(200, body));
        assertThat(delivery.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("unexpected_answer");
    }

    @Test
    void deliver_remembersTheMessageWhileItTurnsToPlainText() throws InterruptedException {
        receiver().replyWith(error("invalid_blocks"));
        Delivery refused = deliver(later(Kind.RESOLVED));
        assertThat(refused.memo()).startsWith(POSTED + " plain ");
        receiver().replyWith(success());
        deliver(Told.again(later(Kind.RESOLVED), refused.memo()));
        JsonNode update = json(receiver().requests().get(1));
        assertThat(update.get("ts").asString()).isEqualTo("1503435956.000247");
        assertThat(update.get("attachments").size()).isZero();
    }

    private static Message later(Kind kind) {
        return Told.later(Messages.of(kind, Severity.CRITICAL), POSTED);
    }

    private static Reply error(String word) {
        return Reply.of(200, "{\"ok\":false,\"error\":\"" + word + "\"}");
    }

    private List<String> methods() {
        return receiver().requests().stream()
                .map(request -> request.target().replaceFirst(".*/", ""))
                .toList();
    }

    private static JsonNode json(Request request) {
        return JsonMapper.shared().readTree(request.body());
    }
}
