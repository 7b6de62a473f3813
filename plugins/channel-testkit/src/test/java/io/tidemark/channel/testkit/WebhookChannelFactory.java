package io.tidemark.channel.testkit;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Json;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;

/** The channel of the README, which keeps the contract. */
public final class WebhookChannelFactory implements ChannelFactory {
    @Override
    public String type() {
        return "example";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        Secret url = config.secretUri("url");
        config.check();
        return new Webhook(url, host);
    }

    private record Webhook(Secret url, ChannelHost host) implements Channel {
        @Override
        public Delivery deliver(Message message) throws InterruptedException {
            Json body = Json.object()
                    .put("id", message.id())
                    .put("kind", message.kind().name())
                    .put("title", message.content().title())
                    .put("text", message.content().text());
            try {
                HttpAnswer answer = host.http().send(HttpCall.post(url).withBody(body));
                return HttpDelivery.of(answer.without(url).without(message), host.clock());
            } catch (HttpFailure failure) {
                return HttpDelivery.of(failure);
            }
        }

        @Override
        public void close() {}
    }
}
