package io.tidemark.channel.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagerDutyChannelTest extends HttpChannelContract {
    private static final String ACCEPTED =
            "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"tidemark/8431\"}";
    private static final String INVALID =
            "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":[\"'payload' is wrong\"]}";
    private static final String OTHER_KEY = "0123456789abcdef0123456789abcdef";

    @Override
    protected ChannelFactory factory() {
        return new PagerDutyChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("api-url", address.resolve("/").toString(), "routing-key", SECRET);
    }

    @Override
    protected Reply success() {
        return Reply.of(202, ACCEPTED);
    }

    /** A trigger that is wrong is tried once more with its summary alone. */
    @Override
    protected Outcome meaningOf(int status) {
        return status == 400 || status == 413 ? Outcome.RETRY_LATER : super.meaningOf(status);
    }

    @Test
    void deliver_postsToTheEventsApi() throws InterruptedException {
        deliver(Messages.firing());
        Request request = receiver().requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/v2/enqueue");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
    }

    @Test
    void deliver_keepsOneIncidentFromTriggerToResolve() throws InterruptedException {
        String memo = deliver(message(Kind.FIRING)).memo();
        deliver(withMemo(message(Kind.ACKNOWLEDGED), memo));
        deliver(withMemo(message(Kind.RESOLVED), memo));
        assertThat(receiver().requests())
                .extracting(request -> json(request).get("event_action").asString())
                .containsExactly("trigger", "acknowledge", "resolve");
        assertThat(receiver().requests())
                .extracting(request -> json(request).get("dedup_key").asString())
                .containsOnly("tidemark/8431");
    }

    @Test
    void deliver_refusesToResolveWhatAnotherKeyOpened() throws InterruptedException {
        String memo = deliverWithKey(OTHER_KEY, message(Kind.FIRING)).memo();
        Delivery delivery = deliver(withMemo(message(Kind.RESOLVED), memo));
        assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(delivery.reason()).isEqualTo("routing_key_changed");
        assertThat(delivery.detail()).contains("resolve it there");
        assertThat(receiver().requests()).hasSize(1);
    }

    @Test
    void deliver_opensTheIncidentAnewUnderANewKey() throws InterruptedException {
        String memo = deliverWithKey(OTHER_KEY, message(Kind.FIRING)).memo();
        Delivery delivery = deliver(withMemo(message(Kind.FIRING), memo));
        assertThat(delivery.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(deliver(withMemo(message(Kind.RESOLVED), delivery.memo())).outcome())
                .isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void deliver_notesTheKeyOfATriggerThatMayHaveArrived() throws InterruptedException {
        String memo = deliverTo(Reply.close()).memo();
        assertThat(deliverWithKey(OTHER_KEY, withMemo(message(Kind.RESOLVED), memo))
                        .reason())
                .isEqualTo("routing_key_changed");
    }

    @Test
    void deliver_sendsATriggerThatWasWrongWithItsSummaryAlone() throws InterruptedException {
        Delivery first = deliverTo(Reply.of(400, INVALID));
        assertThat(first.outcome()).isEqualTo(Outcome.RETRY_LATER);
        receiver().replyWith(success());
        assertThat(deliver(withMemo(Messages.firing(), first.memo())).outcome()).isEqualTo(Outcome.DELIVERED);
        JsonNode plain = json(receiver().requests().get(1));
        assertThat(plain.get("payload").propertyNames()).containsExactly("summary", "source", "severity");
        assertThat(plain.has("links")).isFalse();
    }

    @Test
    void deliver_isRefusedWhenTheSummaryAloneIsWrong() throws InterruptedException {
        Delivery first = deliverTo(Reply.of(400, INVALID));
        Delivery second = deliver(withMemo(Messages.firing(), first.memo()));
        assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(second.detail()).contains("'payload' is wrong");
    }

    @Test
    void deliver_isRefusedWhenAResolveIsWrong() throws InterruptedException {
        receiver().replyWith(Reply.of(400, INVALID));
        assertThat(deliver(message(Kind.RESOLVED)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid routing key", "Length of 'routing_key' is incorrect (should be 32 characters)"})
    void deliver_isDownWhenTheKeyIsWrong(String error) throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(400, "{\"errors\":[\"" + error + "\"]}"));
        assertThat(delivery.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("invalid_routing_key");
    }

    @Test
    void deliver_isDownWhenSomebodyElseAnswers() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(200, "<html>Sign in</html>"));
        assertThat(delivery.outcome()).isEqualTo(Outcome.CHANNEL_DOWN);
        assertThat(delivery.maybeDuplicate()).isTrue();
    }

    @Test
    void deliver_pausesSomeMinutesWhenThrottledWithoutAWord() throws InterruptedException {
        assertThat(deliverTo(Reply.of(429, "")).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0123456789abcdef", "0123456789abcdef0123456789abcdef0", "0123456789-bcdef0123456789abcdef"})
    void create_refusesAKeyOfAnotherForm(String key) {
        assertThatThrownBy(() -> create(Map.of("routing-key", key)))
                .hasMessageContaining("routing-key: must be the 32 letters and digits")
                .hasMessageNotContaining(key);
    }

    @Test
    void create_knowsTheRegions() {
        create(Map.of("routing-key", OTHER_KEY, "region", "eu")).close();
        assertThatThrownBy(() -> create(Map.of("routing-key", OTHER_KEY, "region", "asia")))
                .hasMessageContaining("region: 'asia' must be one of us, eu");
    }

    private Delivery deliverWithKey(String key, Message message) throws InterruptedException {
        try (Channel channel = create(Map.of("api-url", receiver().uri("/").toString(), "routing-key", key))) {
            return channel.deliver(message);
        }
    }

    private static Message message(Kind kind) {
        return Messages.of(kind, Severity.CRITICAL);
    }

    private static JsonNode json(Request request) {
        return JsonMapper.shared().readTree(request.body());
    }
}
