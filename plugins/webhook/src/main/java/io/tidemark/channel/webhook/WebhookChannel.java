package io.tidemark.channel.webhook;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Message;
import io.tidemark.channel.Secret;
import java.util.Optional;

/** Posts to one address. */
final class WebhookChannel implements Channel {
    private static final String SIGNATURE_HEADER = "X-Tidemark-Signature";
    private static final String KEY_HEADER = "Idempotency-Key";

    private final Secret url;
    private final Optional<Signature> signature;
    private final OwnHeaders headers;
    private final ChannelHost host;

    WebhookChannel(Secret url, Optional<Signature> signature, OwnHeaders headers, ChannelHost host) {
        this.url = url;
        this.signature = signature;
        this.headers = headers;
        this.host = host;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        HttpCall call =
                headers.addTo(HttpCall.post(url)).withBody(Payload.of(message)).withHeader(KEY_HEADER, message.id());
        try {
            HttpAnswer answer = host.http().send(signed(call)).without(url).without(message);
            return HttpDelivery.of(withoutSecrets(answer), host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    private HttpCall signed(HttpCall call) {
        return signature
                .map(by -> call.withHeader(SIGNATURE_HEADER, by.of(host.clock().instant(), call.body())))
                .orElse(call);
    }

    private HttpAnswer withoutSecrets(HttpAnswer answer) {
        HttpAnswer clean = headers.removeFrom(answer);
        return signature.map(by -> clean.without(by.secret())).orElse(clean);
    }

    /** A program counts for itself, and wants each message as it is. */
    @Override
    public boolean takesDigests() {
        return false;
    }

    /** A program reads faster than anything is sent. */
    @Override
    public int messagesPerMinute() {
        return 600_000;
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
