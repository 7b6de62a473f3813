package io.tidemark.bootstrap.delivery;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A channel that posts the title, and does nothing else. */
public final class HookFactory implements ChannelFactory {
    @Override
    public String type() {
        return "hook";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        URI address = URI.create(config.text("address"));
        config.check();
        return new Channel() {
            @Override
            public Delivery deliver(Message message) throws InterruptedException {
                byte[] body = message.content().title().getBytes(StandardCharsets.UTF_8);
                try {
                    int status = host.http()
                            .send(HttpCall.post(address).withBody("text/plain", body))
                            .status();
                    return status == 200
                            ? Delivery.delivered().withStatus(status)
                            : Delivery.retryLater("http_" + status, "not taken");
                } catch (HttpFailure e) {
                    return Delivery.retryLater("http_failure", String.valueOf(e.getMessage()));
                }
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
