package io.tidemark.bootstrap.destination;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.application.port.AuditLog;
import io.tidemark.bootstrap.destination.DestinationRefusedException.Refusal;
import io.tidemark.channel.Content;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Sends a test message past the outbox, and waits for what the receiver says. */
public final class Trial {
    private final Destinations destinations;
    private final AuditLog audit;
    private final Clock clock;

    public Trial(Destinations destinations, AuditLog audit, Clock clock) {
        this.destinations = destinations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends a test message.
     *
     * @param console where the message's link leads
     * @return what the receiver said, within the time limit of a delivery
     * @throws DestinationRefusedException when there is no such destination
     */
    public Delivery run(String name, String by, URI console) {
        Destination destination = destinations.byName().get(name);
        if (destination == null) {
            throw new DestinationRefusedException(
                    Refusal.UNKNOWN,
                    "there is no destination '%s', only %s"
                            .formatted(name, new TreeSet<>(destinations.byName().keySet())));
        }
        Delivery delivery = destination.deliver(message(name, by, console));
        String after = "%s, %s".formatted(delivery.outcome(), delivery.reason());
        audit.append(new AuditEntry(clock.instant(), by, new Deed(Verb.TESTED, "destination", name), null, after));
        return delivery;
    }

    private Message message(String name, String by, URI console) {
        String id = "tidemark-test-" + UUID.randomUUID();
        Content content = Content.of(
                "Test of destination " + name,
                "%s has asked for this message, to see whether it arrives. There is nothing to be done about it."
                        .formatted(by),
                List.of(new Content.Fact("asked for by", by)));
        return new Message(
                id,
                Conversation.of(id, new Conversation.About("TEST", name, null)),
                Message.Kind.TEST,
                Message.Severity.INFO,
                content.withLinks(Links.to(console)),
                clock.instant());
    }
}
