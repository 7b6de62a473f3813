package io.tidemark.adapters.notify.dispatch;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.HostReason;
import io.tidemark.application.port.Clocks;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one claim to its destination, and says what became of it. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PAUSE_WHEN_UNTRIED = Duration.ofMillis(200);

    private final Supplier<Map<String, Destination>> destinations;
    private final Throttled throttled;
    private final Translation translation;
    private final RetryPolicy retries;
    private final Clocks clocks;

    Courier(
            Supplier<Map<String, Destination>> destinations,
            Throttled throttled,
            Function<Notice, Links> links,
            RetryPolicy retries,
            Clocks clocks) {
        this.destinations = destinations;
        this.throttled = throttled;
        this.translation = new Translation(links);
        this.retries = retries;
        this.clocks = clocks;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** It was tried; the destination is left alone for as long as the settlement says. */
        record Tried(Settlement settlement) implements Outcome {}

        /** The destination was not called, and is not to be for a while. */
        record Untried(Duration pause) implements Outcome {}
    }

    /** Tries once. */
    Outcome deliver(Claim claim) {
        Notification notification = claim.notification();
        Instant at = clocks.wall().instant();
        long start = clocks.nanos().getAsLong();
        Delivery delivery = handOver(notification);
        Duration took = Duration.ofNanos(clocks.nanos().getAsLong() - start);
        if (!HostReason.wasTried(delivery)) {
            return new Outcome.Untried(requireNonNullElse(delivery.retryAfter(), PAUSE_WHEN_UNTRIED));
        }
        log(notification, delivery);
        Attempt attempt = new Attempt(at, took, Translation.outcome(delivery), Translation.answer(delivery));
        double spread = ThreadLocalRandom.current().nextDouble();
        String name = notification.notice().destination().name();
        return new Outcome.Tried(new Settlement(
                claim, attempt, retries.after(notification, attempt, spread), rest(name, attempt, spread)));
    }

    /** What the receiver asked for, or what a destination that is down gets, but at least its pace. */
    private Duration rest(String name, Attempt attempt, double spread) {
        Duration asked = retries.rest(attempt, spread);
        if (!asked.isZero()) {
            throttled.asked(name);
        }
        Duration down =
                attempt.outcome() == Attempt.Outcome.CHANNEL_DOWN ? throttled.down(name, spread) : Duration.ZERO;
        return longer(throttled.gap(name), longer(asked, down));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Delivery handOver(Notification notification) {
        String name = notification.notice().destination().name();
        Map<String, Destination> present = destinations.get();
        Destination destination = present.get(name);
        if (destination == null) {
            return Delivery.channelDown(
                    "unknown_destination",
                    "there is no destination '%s', only %s".formatted(name, new TreeSet<>(present.keySet())));
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
                    "{} of {} was not delivered to {}{}: {} ({}, {})",
                    notification.notice().kind(),
                    conversation,
                    destination,
                    delivery.maybeDuplicate() ? " as far as is known" : "",
                    delivery.detail(),
                    delivery.outcome(),
                    delivery.reason());
        }
    }
}
