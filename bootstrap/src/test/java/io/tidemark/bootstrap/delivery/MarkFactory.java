package io.tidemark.bootstrap.delivery;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A channel that posts titles, and believes what it is answered. */
public final class MarkFactory implements ChannelFactory {
    @Override
    public String type() {
        return "mark";
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
                    return read(host.http().send(HttpCall.post(address).withBody("text/plain", body)));
                } catch (HttpFailure e) {
                    Delivery later = Delivery.retryLater("http_failure", String.valueOf(e.getMessage()));
                    return e.kind() == HttpFailure.Kind.CONNECT ? later : later.withMaybeDuplicate();
                }
            }

            @Override
            public boolean takesDigests() {
                return false;
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    private static Delivery read(HttpAnswer answer) {
        if (answer.status() == 200) {
            return Delivery.delivered().withStatus(200);
        }
        Delivery later =
                Delivery.retryLater("http_" + answer.status(), "not taken").withStatus(answer.status());
        String asked = answer.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(header -> header.getValue())
                .findFirst()
                .orElse("");
        return asked.isEmpty() ? later : later.withRetryAfter(Duration.ofSeconds(Long.parseLong(asked)));
    }
}
