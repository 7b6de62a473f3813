package io.tidemark.channel.pagerduty;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelHost;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Delivery.Outcome;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.HttpDelivery;
import io.tidemark.channel.HttpFailure;
import io.tidemark.channel.Json;
import io.tidemark.channel.Message;
import java.net.URI;

/**
 * Opens, acknowledges and resolves incidents. PagerDuty takes, and then drops, what acknowledges or resolves an incident
 * with another routing key than the one that opened it; so a memo keeps which one did.
 */
final class PagerDutyChannel implements Channel {
    private final URI enqueue;
    private final Account account;
    private final ChannelHost host;

    PagerDutyChannel(URI enqueue, Account account, ChannelHost host) {
        this.enqueue = enqueue;
        this.account = account;
        this.host = host;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        Memo memo = Memo.of(message.conversation().memo());
        Event event = new Event(account, message);
        if (!event.isTrigger() && memo.wasOpenedByAnother(account.print())) {
            return Delivery.refused(
                    "routing_key_changed",
                    "Another routing key opened the incident, and PagerDuty drops what comes with this one: %s it there"
                            .formatted(message.kind() == Message.Kind.RESOLVED ? "resolve" : "acknowledge"));
        }
        boolean plain = memo.plain().equals(message.id());
        Delivery delivery = send(plain ? event.plain() : event.whole(), message);
        if (!event.isTrigger()) {
            return delivery;
        }
        if (!plain && Answers.isAboutTheMessage(delivery)) {
            return delivery.withOutcome(Outcome.RETRY_LATER)
                    .withDetail("Next time with its summary alone. " + delivery.detail())
                    .withMemo(memo.plainFor(message.id()).toString());
        }
        boolean mayBeOpen = delivery.outcome() == Outcome.DELIVERED || delivery.maybeDuplicate();
        return mayBeOpen ? delivery.withMemo(memo.openedBy(account.print()).toString()) : delivery;
    }

    private Delivery send(Json event, Message message) throws InterruptedException {
        try {
            return Answers.classify(
                    host.http()
                            .send(HttpCall.post(enqueue).withBody(event))
                            .without(account.routingKey())
                            .without(message),
                    host.clock());
        } catch (HttpFailure failure) {
            return HttpDelivery.of(failure);
        }
    }

    /** Each incident is opened, acknowledged and resolved by a message of its own. */
    @Override
    public boolean takesDigests() {
        return false;
    }

    /** What PagerDuty takes for each integration. */
    @Override
    public int messagesPerMinute() {
        return 120;
    }

    @Override
    public void close() {
        // Nothing was opened: the sender is the host's.
    }

    @Override
    public String toString() {
        return "PagerDutyChannel[" + host.destination() + "]";
    }
}
