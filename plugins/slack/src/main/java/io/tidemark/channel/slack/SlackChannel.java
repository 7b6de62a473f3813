package io.tidemark.channel.slack;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;

/** Posts to one incoming webhook. The address is all that Slack asks for, so it is the secret. */
final class SlackChannel implements Channel {
    private final Secret webhook;
    private final ChannelHost host;

    SlackChannel(Secret webhook, ChannelHost host) {
        this.webhook = webhook;
        this.host = host;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        HttpCall call = HttpCall.post(webhook).withBody(SlackPayload.of(message));
        try {
            return SlackAnswer.classify(host.http().send(call).without(webhook), host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    @Override
    public void close() {
        // Nothing was opened: the sender is the host's.
    }

    @Override
    public String toString() {
        return "SlackChannel[" + host.destination() + "]";
    }
}
