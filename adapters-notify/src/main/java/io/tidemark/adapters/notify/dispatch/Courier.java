package io.tidemark.adapters.notify.dispatch;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.HostReason;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Links;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import io.tidemark.domain.notification.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one claim to its destination, and says what became of it. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PAUSE_WHEN_UNTRIED = Duration.ofMillis(200);

    private final Outbox outbox;
    private final Map<String, Destination> destinations;
    private final Resting resting;
    private final Translation translation;
    private final RetryPolicy retries;
    private final Clocks clocks;

    Courier(
            Outbox outbox,
            Map<String, Destination> destinations,
            Function<Notice, Links> links,
            RetryPolicy retries,
            Clocks clocks) {
        this.outbox = outbox;
        this.destinations = Map.copyOf(destinations);
        this.resting = new Resting(clocks.nanos());
        this.translation = new Translation(links);
        this.retries = retries;
        this.clocks = clocks;
    }

    /** The destinations that are left alone now. */
    Resting resting() {
        return resting;
    }

    /** Tries once, and returns what the outbox is to be told; telling it may have to wait for the storage. */
    Runnable deliver(Claim claim) {
        Notification notification = claim.notification();
        Instant at = clocks.wall().instant();
        long start = clocks.nanos().getAsLong();
        Delivery delivery = handOver(notification);
        Duration took = Duration.ofNanos(clocks.nanos().getAsLong() - start);
        if (!HostReason.wasTried(delivery)) {
            Duration pause = requireNonNullElse(delivery.retryAfter(), PAUSE_WHEN_UNTRIED);
            resting.rest(notification.notice().destination().name(), pause);
            return () -> outbox.postpone(claim, Duration.ZERO);
        }
        if (delivery.retryAfter() != null) {
            resting.rest(notification.notice().destination().name(), delivery.retryAfter());
        }
        log(notification, delivery);
        Attempt attempt = new Attempt(at, took, Translation.outcome(delivery), Translation.answer(delivery));
        double spread = ThreadLocalRandom.current().nextDouble();
        return () -> outbox.settle(new Settlement(claim, attempt, retries.after(notification, attempt, spread)));
    }

    private Delivery handOver(Notification notification) {
        String name = notification.notice().destination().name();
        Destination destination = destinations.get(name);
        if (destination == null) {
            return Delivery.channelDown(
                    "unknown_destination",
                    "the settings have no destination '%s': there is %s"
                            .formatted(name, new TreeSet<>(destinations.keySet())));
        }
        return destination.deliver(translation.message(notification));
    }

    private static void log(Notification notification, Delivery delivery) {
        String destination = notification.notice().destination().name();
        String conversation = notification.notice().conversation().id();
        if (delivery.outcome() == Delivery.Outcome.DELIVERED) {
            LOG.info("{} of {} was delivered to {}", notification.notice().kind(), conversation, destination);
        } else {
            LOG.warn(
                    "{} of {} was not delivered to {}: {} ({}, {})",
                    notification.notice().kind(),
                    conversation,
                    destination,
                    delivery.detail(),
                    delivery.outcome(),
                    delivery.reason());
        }
    }
}
