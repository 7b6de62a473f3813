package io.tidemark.channel.slack;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.slack.SlackMemo.Posted;
import java.util.Set;

/**
 * Keeps one message for each conversation and changes it as the alert changes; what changed is also said in its thread.
 *
 * <p>A later message takes two calls. The change comes first: it sets a state, so to repeat it does no harm. The reply
 * comes last, and its answer is the delivery: if that answer is lost, the next attempt changes the message to what it is
 * already, and at worst says one line twice.
 */
final class BotChannel implements Channel {
    /** The message is out of reach, or the channel that it is in; the channel of the settings may be another by now. */
    private static final Set<String> POST_ANEW = Set.of(
            "cant_update_message",
            "channel_not_found",
            "edit_window_closed",
            "is_archived",
            "is_inactive",
            "message_not_found",
            "not_in_channel");

    private final SlackApi api;
    private final String room;
    private final SlackPayload payload;
    private final boolean threads;

    BotChannel(SlackApi api, String room, SlackPayload payload, boolean threads) {
        this.api = api;
        this.room = room;
        this.payload = payload;
        this.threads = threads;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        SlackMemo memo = SlackMemo.of(message);
        Posted posted = memo.posted();
        Delivery delivery =
                posted == null ? post(message, memo.plain(message)) : change(message, memo.plain(message), posted);
        return memo.noted(delivery, message);
    }

    private Delivery post(Message message, boolean plain) throws InterruptedException {
        return api.call("chat.postMessage", quiet(payload.of(message, plain).put("channel", room)), message);
    }

    private Delivery change(Message message, boolean plain, Posted posted) throws InterruptedException {
        // Unlike a new message, a changed one is searched for names and channels unless this forbids it.
        JsonObject changed = payload.of(message, plain)
                .put("channel", posted.channel())
                .put("ts", posted.ts())
                .put("parse", "none");
        if (plain) {
            changed.put("attachments", Json.array());
        }
        Delivery delivery = api.call("chat.update", changed, message);
        if (POST_ANEW.contains(delivery.reason())) {
            return post(message, plain);
        }
        return delivery.outcome() == Outcome.DELIVERED && threads ? reply(message, posted, delivery) : delivery;
    }

    private Delivery reply(Message message, Posted posted, Delivery changed) throws InterruptedException {
        JsonObject line =
                SlackPayload.line(message).put("channel", posted.channel()).put("thread_ts", posted.ts());
        if (message.kind() == Kind.FIRING) {
            // A change alone notifies nobody, and worse or again is news for the whole channel.
            line.put("reply_broadcast", true);
        }
        Delivery reply = api.call("chat.postMessage", quiet(line), message);
        return switch (reply.outcome()) {
            case DELIVERED -> changed;
            case REFUSED -> changed.withDetail("The message was changed, but no reply was taken: " + reply.detail());
            case RETRY_LATER, CHANNEL_DOWN -> reply;
        };
    }

    private static JsonObject quiet(JsonObject message) {
        return message.put("unfurl_links", false).put("unfurl_media", false);
    }

    /** Slack takes one new message a second, and fifty changes a minute: its tier 3. */
    @Override
    public int messagesPerMinute() {
        return 50;
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
