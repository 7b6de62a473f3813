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

class SlackChannelTest extends HttpChannelContract {
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
}
