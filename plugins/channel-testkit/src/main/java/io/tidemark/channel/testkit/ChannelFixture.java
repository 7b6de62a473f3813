package io.tidemark.channel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the rules have in common: a channel, its host, and an ear for secrets. */
abstract class ChannelFixture {
    /**
     * To be used as the value of every secret setting, 32 lower-case letters and digits: nothing that the channel says may
     * contain it.
     */
    protected static final String SECRET = "kitsecret7f3a9c51e0b24d68a1c3e5f";

    private final Ear ear = new Ear(SECRET);

    /** The factory under test. */
    protected abstract ChannelFactory factory();

    /** Settings with which the channel delivers. */
    protected abstract Map<String, String> settings();

    /** The host of the channel. */
    protected ChannelHost host() {
        return KitHost.with(new PlainHttpSender(Duration.ofSeconds(5)));
    }

    /** Makes a channel as a host does it. */
    protected final Channel create(Map<String, String> settings) {
        ChannelConfig config = ChannelConfig.allowingPlainHttp("kit", settings);
        Channel channel = factory().create(config, host());
        config.check();
        return channel;
    }

    /** Makes a channel, delivers one message, and looks for secrets in what comes back. */
    protected final Delivery deliver(Message message) throws InterruptedException {
        try (Channel channel = create(settings())) {
            Delivery delivery = channel.deliver(message);
            assertThat(delivery.toString())
                    .doesNotContain(
                            SECRET,
                            Messages.ACKNOWLEDGE.page().reveal(),
                            Messages.ACKNOWLEDGE.token().reveal());
            return delivery;
        }
    }

    /** The message as the host hands it in once the channel has noted this memo. */
    protected static Message withMemo(Message message, @Nullable String memo) {
        Conversation conversation = message.conversation();
        return new Message(
                message.id(),
                new Conversation(conversation.id(), conversation.about(), memo),
                message.kind(),
                message.severity(),
                message.content(),
                message.at());
    }

    @BeforeEach
    final void listen() {
        ear.open();
    }

    @AfterEach
    final void noSecretWasPrintedOrLogged() {
        ear.close();
        assertThat(ear.heard()).as("printed or logged").isEmpty();
    }
}
