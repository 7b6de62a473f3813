package io.tidemark.channel.testkit;

import static io.tidemark.channel.Delivery.Outcome.CHANNEL_DOWN;
import static io.tidemark.channel.Delivery.Outcome.REFUSED;
import static io.tidemark.channel.Delivery.Outcome.RETRY_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpSender;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A channel with a receiver that misbehaves to order. */
abstract class HttpFixture extends ChannelContract {
    private static final Duration PATIENT = Duration.ofSeconds(10);
    /** What a receiver that never ends costs a test. */
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    private Receiver receiver = Receiver.open(Reply.close());
    private @Nullable HttpSender lent;

    /** Settings that lead to this receiver, whose address holds the {@link #SECRET}. */
    protected abstract Map<String, String> settingsFor(URI address);

    /** What the receiver answers when it takes a message. */
    protected abstract Reply success();

    /** What a status means when the body explains nothing. To be overridden where the receiver's manual differs. */
    protected Delivery.Outcome meaningOf(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308, 401, 403 -> CHANNEL_DOWN;
            case 408, 425, 429, 500, 502, 503, 504 -> RETRY_LATER;
            default -> REFUSED;
        };
    }

    /** The sender to lend. To be overridden to try the contract with another one. */
    protected HttpSender sender(Duration waiting, SSLContext trust) {
        return new PlainHttpSender(waiting, trust);
    }

    /** The receiver of the running test. */
    protected final Receiver receiver() {
        return receiver;
    }

    @Override
    protected final Map<String, String> settings() {
        return settingsFor(receiver.uri("/hook/" + SECRET));
    }

    @Override
    protected final ChannelHost host() {
        HttpSender now = lent == null ? sender(PATIENT, Identity.trust()) : lent;
        lent = now;
        return KitHost.with(now);
    }

    @BeforeEach
    final void takeEverything() {
        receiver.replyWith(success());
    }

    @AfterEach
    final void closeReceiver() {
        receiver.close();
    }

    /** Delivers an ordinary message to a receiver that gives this reply. */
    protected final Delivery deliverTo(Reply reply) throws InterruptedException {
        receiver.replyWith(reply);
        return deliver(Messages.firing());
    }

    /** The same without much patience. */
    final Delivery deliverImpatientlyTo(Reply reply) throws InterruptedException {
        lent = sender(IMPATIENT, Identity.trust());
        return deliverTo(reply);
    }

    /** From now on, the receiver speaks https and shows this certificate. */
    final void encrypt(Identity identity) {
        receiver.close();
        receiver = Receiver.openEncrypted(success(), identity);
    }

    static void assertMayHaveArrived(Delivery delivery) {
        assertThat(delivery.outcome()).isEqualTo(RETRY_LATER);
        assertThat(delivery.maybeDuplicate()).isTrue();
    }
}
