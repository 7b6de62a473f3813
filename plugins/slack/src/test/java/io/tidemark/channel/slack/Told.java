package io.tidemark.channel.slack;

import io.tidemark.channel.Conversation;
import io.tidemark.channel.Message;
import org.jspecify.annotations.Nullable;

/** Messages as a host hands them in again: with what the channel noted before. */
final class Told {
    private Told() {}

    /** The same message at its next attempt. */
    static Message again(Message message, @Nullable String memo) {
        return with(message.id(), message, memo);
    }

    /** The next message of the conversation. */
    static Message later(Message message, @Nullable String memo) {
        return with(message.id() + "-later", message, memo);
    }

    private static Message with(String id, Message message, @Nullable String memo) {
        Conversation before = message.conversation();
        return new Message(
                id,
                new Conversation(before.id(), before.about(), memo),
                message.kind(),
                message.severity(),
                message.content(),
                message.at());
    }
}
