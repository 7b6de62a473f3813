package io.tidemark.channel.mattermost;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Posts to one incoming webhook, which does not say what it calls the post: each message stands for itself. */
final class WebhookChannel implements Channel {
    /**
     * How the posts present themselves, where the administrator allows it.
     *
     * @param channel where to, or null for the webhook's own channel
     * @param username under which name, or null
     * @param icon with which picture, or null
     * @param priority whether urgent ones are marked
     */
    record Manner(
            @Nullable String channel,
            @Nullable String username,
            @Nullable String icon,
            boolean priority) {}

    private final Secret webhook;
    private final Manner manner;
    private final Post post;
    private final ChannelHost host;

    WebhookChannel(Secret webhook, Manner manner, Post post, ChannelHost host) {
        this.webhook = webhook;
        this.manner = manner;
        this.post = post;
        this.host = host;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        MattermostMemo memo = MattermostMemo.of(message);
        if (memo.plain(message)) {
            return memo.noted(send(envelope().put("text", Post.plain(message)), message), message);
        }
        Json priority = manner.priority() ? Post.priority(message) : null;
        if (priority != null) {
            Delivery delivery = send(dressed(message).put("priority", priority), message);
            if (!delivery.reason().equals(MattermostAnswer.PRIORITY_REFUSED)) {
                return memo.noted(delivery, message);
            }
        }
        return memo.noted(send(dressed(message), message), message);
    }

    private Delivery send(Json body, Message message) throws InterruptedException {
        try {
            HttpAnswer answer = host.http().send(HttpCall.post(webhook).withBody(body));
            return MattermostAnswer.ofWebhook(answer.without(webhook).without(message), host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    private JsonObject dressed(Message message) {
        return envelope().put("attachments", post.attachments(message));
    }

    private JsonObject envelope() {
        return Json.object()
                .put("channel", manner.channel())
                .put("username", manner.username())
                .put("icon_url", manner.icon());
    }

    /** A server that limits at all takes ten calls a second from one address. A message needs up to two. */
    @Override
    public int messagesPerMinute() {
        return 300;
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
