package io.tidemark.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.testkit.HttpChannelContract;
import io.tidemark.channel.testkit.Messages;
import io.tidemark.channel.testkit.Reply;
import io.tidemark.channel.testkit.Request;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookChannelTest extends HttpChannelContract {
    @Override
    protected ChannelFactory factory() {
        return new SlackChannelFactory();
    }

    @Override
    protected Map<String, String> settingsFor(URI address) {
        return Map.of("webhook-url", address.toString());
    }

    @Override
    protected Reply success() {
        return Reply.of(200, "ok");
    }

    @Test
    void deliver_postsJsonToTheWebhook() throws InterruptedException {
        deliver(Messages.firing());
        Request request = receiver().requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/hook/" + SECRET);
        assertThat(request.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
    }

    @Test
    void deliver_takesSlacksWordBeforeTheStatus() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(404, "no_team"));
        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.CHANNEL_DOWN);
        assertThat(delivery.reason()).isEqualTo("no_team");
    }

    @Test
    void deliver_sendsPlainTextAfterSlackRefusedTheForm() throws InterruptedException {
        Delivery refused = deliverTo(Reply.of(400, "invalid_blocks"));
        assertThat(refused.outcome()).isEqualTo(Delivery.Outcome.REFUSED);
        receiver().replyWith(success());
        deliver(Told.again(Messages.firing(), refused.memo()));
        assertThat(receiver().requests().get(1).body())
                .isEqualTo("{\"text\":\"*CRITICAL* merge.apply is slow\\nSlower than normal since 13:58.\\n"
                        + "https://tidemark.example.org/alerts/8431\"}");
    }

    @Test
    void deliver_givesUpWhenPlainTextIsRefusedToo() throws InterruptedException {
        Delivery refused = deliverTo(Reply.of(400, "invalid_payload"));
        Delivery again = deliver(Told.again(Messages.firing(), refused.memo()));
        assertThat(again.outcome()).isEqualTo(Delivery.Outcome.REFUSED);
        assertThat(again.memo()).isNull();
    }

    @Test
    void deliver_dressesTheNextMessageInFullAgain() throws InterruptedException {
        Delivery refused = deliverTo(Reply.of(400, "invalid_blocks"));
        receiver().replyWith(success());
        deliver(Told.later(Messages.firing(), refused.memo()));
        assertThat(receiver().requests().get(1).body()).contains("\"blocks\"");
    }

    @Test
    void deliver_doesNotQuoteTheWayToAcknowledge() throws InterruptedException {
        Delivery delivery = deliverTo(Reply.of(400, "Bad button https://tidemark.example.org/a/7c1f, value 7c1f"));
        assertThat(delivery.detail()).contains("Bad button").doesNotContain("7c1f");
    }
}
