package io.tidemark.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.testkit.HttpChannelContract;
import io.tidemark.channel.testkit.KitHost;
import io.tidemark.channel.testkit.Messages;
import io.tidemark.channel.testkit.Reply;
import io.tidemark.channel.testkit.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest extends HttpChannelContract {
    private static final String ADDRESS = "https://tickets.example.org/in";

    @Override
    protected ChannelFactory factory() {
        return new WebhookChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("url", address.toString(), "signing-secret", SECRET, "header.Authorization", "Bearer " + SECRET);
    }

    @Override
    protected Reply success() {
        return Reply.of(200, "{\"ticket\":17}");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void deliver_takesEverySuccess(int status) throws InterruptedException {
        assertThat(deliverTo(Reply.of(status, "")).outcome()).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void deliver_postsTheMessageUnderItsKey() throws InterruptedException {
        Request request = delivered();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/hook/" + SECRET);
        assertThat(request.headers())
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("Idempotency-Key", "8431-3")
                .containsEntry("Authorization", "Bearer " + SECRET);
    }

    /** As the README tells the receiver to do it. */
    @Test
    void deliver_signsTheBodyWithTheTimeOfTheAttempt() throws Exception {
        Request request = delivered();
        String header = String.valueOf(request.headers().get("X-Tidemark-Signature"));
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        long now = KitHost.NOW.getEpochSecond();
        assertThat(header).startsWith("t=" + now + ",v1=");
        assertThat(Receiving.isGenuine(header, body, SECRET, now + 300)).isTrue();
        assertThat(Receiving.isGenuine(header, body, SECRET, now + 301)).isFalse();
        assertThat(Receiving.isGenuine(header, body, "another secret", now)).isFalse();
        assertThat(Receiving.isGenuine(header, new byte[] {'{', '}'}, SECRET, now))
                .isFalse();
    }

    @Test
    void deliver_signsNothingWithoutASecret() throws InterruptedException {
        try (var channel = create(Map.of("url", receiver().uri("/in").toString()))) {
            channel.deliver(Messages.firing());
        }
        assertThat(receiver().requests().get(0).headers()).doesNotContainKey("X-Tidemark-Signature");
    }

    @ParameterizedTest
    @CsvSource({
        "header.Content-Type,text/plain,cannot be set",
        "header.x-tidemark-signature,t=1,cannot be set",
        "header.X Y,1,letters",
        "header.X-Y,ü,printable ASCII"
    })
    void create_refusesAHeaderThatCannotBeSent(String key, String value, String rule) {
        assertThatThrownBy(() -> create(Map.of("url", ADDRESS, key, value)))
                .hasMessageContaining(key + ": ")
                .hasMessageContaining(rule);
    }

    private Request delivered() throws InterruptedException {
        deliver(Messages.firing());
        return receiver().requests().get(0);
    }
}
