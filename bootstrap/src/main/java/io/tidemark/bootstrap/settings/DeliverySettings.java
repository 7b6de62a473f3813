package io.tidemark.bootstrap.settings;

import java.time.Duration;

/**
 * How notifications are sent.
 *
 * @param timeLimit how long one delivery may take
 * @param workers how many deliveries run at once
 * @param sweepInterval how often the outbox is looked through for what a lost wake-up left
 * @param lease how long a worker holds a notification before another one takes it over
 */
public record DeliverySettings(
        Duration timeLimit, int workers, Duration sweepInterval, Duration lease, OutgoingCalls outgoingCalls) {
    /** Which addresses channels may call, besides public ones over https. */
    public record OutgoingCalls(boolean allowPrivateAddresses, boolean allowLoopback, boolean allowPlainHttp) {
        static OutgoingCalls read(Section section) {
            return new OutgoingCalls(
                    section.value("allow-private-addresses", Kind.bool(), false),
                    section.value("allow-loopback", Kind.bool(), false),
                    section.value("allow-plain-http", Kind.bool(), false));
        }
    }

    static DeliverySettings read(Section section) {
        var delivery = new DeliverySettings(
                section.value("time-limit", Kind.duration("100ms", "5m"), Duration.ofSeconds(10)),
                section.value("workers", Kind.wholeNumber(1, 64), 4),
                section.value("sweep-interval", Kind.duration("1s", "24h"), Duration.ofMinutes(5)),
                section.value("lease", Kind.duration("1s", "1h"), Duration.ofSeconds(60)),
                OutgoingCalls.read(section));
        section.check(
                delivery.lease().compareTo(delivery.timeLimit()) > 0,
                "lease",
                "longer than delivery.time-limit (" + Durations.print(delivery.timeLimit())
                        + "), else a second worker sends what the first still is sending");
        return delivery;
    }

    /** The same, but this machine may be called, without encryption. */
    DeliverySettings withLoopback() {
        OutgoingCalls calls = new OutgoingCalls(outgoingCalls.allowPrivateAddresses(), true, true);
        return new DeliverySettings(timeLimit, workers, sweepInterval, lease, calls);
    }
}
