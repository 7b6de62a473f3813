package io.tidemark.channel.email;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import io.tidemark.channel.testkit.KitHost;
import io.tidemark.channel.testkit.Messages;
import io.tidemark.channel.testkit.PlainHttpSender;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A destination of a test that keeps its memo, as the host does. */
final class Sending {
    static final KitHost HOST = KitHost.with(new PlainHttpSender(Duration.ofSeconds(1)));

    private final Map<String, String> settings = new HashMap<>();
    private String memo;

    Sending(ScriptedSmtpServer server, String to) {
        settings.putAll(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.port()),
                "security", "none",
                "from", "tidemark@example.org",
                "to", to));
    }

    Sending with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** An attempt with the ordinary message. */
    Delivery attempt() throws InterruptedException {
        return attempt(Messages.firing());
    }

    /** An attempt with a message of this id. */
    Delivery attempt(String id) throws InterruptedException {
        return attempt(withId(Messages.firing(), id));
    }

    Delivery attempt(Message message) throws InterruptedException {
        ChannelConfig config = ChannelConfig.allowingPlainHttp("kit", settings);
        try (Channel channel = new EmailChannelFactory().create(config, HOST)) {
            Delivery delivery = channel.deliver(withMemo(message));
            memo = delivery.memo() == null ? memo : delivery.memo();
            return delivery;
        }
    }

    private Message withMemo(Message message) {
        Conversation before = message.conversation();
        return new Message(
                message.id(),
                new Conversation(before.id(), before.about(), memo),
                message.kind(),
                message.severity(),
                message.content(),
                message.at());
    }

    static Message withId(Message message, String id) {
        return new Message(
                id, message.conversation(), message.kind(), message.severity(), message.content(), message.at());
    }
}
