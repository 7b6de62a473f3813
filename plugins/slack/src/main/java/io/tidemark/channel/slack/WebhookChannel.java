package io.tidemark.channel.slack;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;

/**
 * Posts to one incoming webhook. The address is all that Slack asks for, so it is the secret. Slack does not say what
 * it calls the message, so each one stands for itself.
 */
final class WebhookChannel implements Channel {
    private final Secret webhook;
    private final SlackPayload payload;
    private final ChannelHost host;

    WebhookChannel(Secret webhook, SlackPayload payload, ChannelHost host) {
        this.webhook = webhook;
        this.payload = payload;
        this.host = host;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        SlackMemo memo = SlackMemo.of(message);
        HttpCall call = HttpCall.post(webhook).withBody(payload.of(message, memo.plain(message)));
        try {
            HttpAnswer answer = host.http().send(call).without(webhook).without(message);
            return memo.noted(SlackAnswer.ofWebhook(answer, host.clock()), message);
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
        return "WebhookChannel[" + host.destination() + "]";
    }
}
