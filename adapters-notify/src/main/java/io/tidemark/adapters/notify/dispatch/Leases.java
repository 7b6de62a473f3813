package io.tidemark.adapters.notify.dispatch;

import io.tidemark.adapters.notify.dispatch.Lines.Held;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Claim;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For how long this node may send what it has claimed, and how it gives back what it does not send. */
final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Outbox outbox;
    private final Duration lease;
    private final LongSupplier nanos;

    Leases(Outbox outbox, Duration lease, LongSupplier nanos) {
        this.outbox = outbox;
        this.lease = lease;
        this.nanos = nanos;
    }

    /** Whether too little of a lease may be left for a delivery. */
    boolean isLate(Held held) {
        return nanos.getAsLong() - held.since() > lease.toNanos() / 2;
    }

    void giveBack(List<Claim> claims) {
        for (Claim claim : claims) {
            try {
                outbox.postpone(claim, Duration.ZERO);
            } catch (RuntimeException e) {
                LOG.debug("What was not tried is tried when its lease has run out", e);
            }
        }
    }
}
