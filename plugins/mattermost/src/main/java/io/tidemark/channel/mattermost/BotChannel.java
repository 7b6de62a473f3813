package io.tidemark.channel.mattermost;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import java.util.Set;

/**
 * Keeps one post for each conversation and changes it as the alert changes; what changed is also said in its thread.
 *
 * <p>A later message takes two calls. The change comes first: it sets a state, so to repeat it does no harm. The reply
 * comes last, and its answer is the delivery: if that answer is lost, the next attempt changes the post to what it is
 * already, and at worst says one line twice.
 */
final class BotChannel implements Channel {
    /** What Mattermost answers about a post that is gone or may not be changed. */
    private static final Set<String> POST_ANEW = Set.of(MattermostAnswer.CANNOT_CHANGE, "http_403", "http_404");

    /**
     * How the posts are made.
     *
     * @param room the id of the channel
     * @param threads whether changes are said in the thread, too
     * @param priority whether urgent ones are marked
     */
    record Manner(String room, boolean threads, boolean priority) {}

    private final MattermostApi api;
    private final Manner manner;
    private final Post post;

    BotChannel(MattermostApi api, Manner manner, Post post) {
        this.api = api;
        this.manner = manner;
        this.post = post;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        MattermostMemo memo = MattermostMemo.of(message);
        String posted = memo.post();
        boolean plain = memo.plain(message);
        if (posted == null) {
            return memo.noted(create(message, plain), message);
        }
        JsonObject changes = content(message, plain);
        if (memo.plainFor() != null && !plain) {
            changes.put("message", "");
        }
        return memo.noted(change(message, plain, changes, posted), message);
    }

    private Delivery create(Message message, boolean plain) throws InterruptedException {
        Json priority = manner.priority() && !plain ? Post.priority(message) : null;
        if (priority != null) {
            Json metadata = Json.object().put("priority", priority);
            Delivery delivery = api.create(inRoom(message, false).put("metadata", metadata), message);
            if (!delivery.reason().equals(MattermostAnswer.PRIORITY_REFUSED)) {
                return delivery;
            }
        }
        return api.create(inRoom(message, plain), message);
    }

    private JsonObject inRoom(Message message, boolean plain) {
        return content(message, plain).put("channel_id", manner.room());
    }

    private Delivery change(Message message, boolean plain, Json changes, String posted) throws InterruptedException {
        Delivery delivery = api.patch(posted, changes, message);
        if (POST_ANEW.contains(delivery.reason())) {
            return create(message, plain);
        }
        return delivery.outcome() == Outcome.DELIVERED && manner.threads()
                ? reply(message, posted, delivery)
                : delivery;
    }

    private Delivery reply(Message message, String posted, Delivery changed) throws InterruptedException {
        JsonObject line = Json.object()
                .put("message", Post.line(message))
                .put("channel_id", manner.room())
                .put("root_id", posted);
        Delivery reply = api.create(line, message);
        return switch (reply.outcome()) {
            case DELIVERED -> changed;
            case REFUSED -> changed.withDetail("The post was changed, but no reply was taken: " + reply.detail());
            case RETRY_LATER, CHANNEL_DOWN -> reply;
        };
    }

    /** The text is named only where there is one: it is what a server may forbid to change after a time. */
    private JsonObject content(Message message, boolean plain) {
        return Json.object()
                .put("message", plain ? Post.plain(message) : null)
                .put("props", Json.object().put("attachments", plain ? Json.array() : post.attachments(message)));
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
        return "BotChannel[" + api + "]";
    }
}
