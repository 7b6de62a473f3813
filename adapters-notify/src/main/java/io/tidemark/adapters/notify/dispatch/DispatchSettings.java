package io.tidemark.adapters.notify.dispatch;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.notification.ProbePolicy;
import io.tidemark.domain.notification.RetryPolicy;
import java.time.Duration;

/**
 * How notifications are dispatched.
 *
 * @param workers how many are sent at the same time
 * @param lease for how long a claimed one is this node's: at least twice as long as a delivery can take
 * @param sweep how long a lost wake-up can go unnoticed
 * @param retries when an attempt is followed by another
 * @param crowd what is done about destinations that are slow or down, and about what has ended
 */
public record DispatchSettings(int workers, Duration lease, Duration sweep, RetryPolicy retries, Crowd crowd) {
    public static final DispatchSettings DEFAULT =
            new DispatchSettings(16, Duration.ofMinutes(1), Duration.ofMinutes(5), RetryPolicy.DEFAULT);

    public DispatchSettings {
        requireNonNull(retries, "retries");
        requireNonNull(crowd, "crowd");
        if (workers < 1) {
            throw new IllegalArgumentException("workers %d must be at least 1".formatted(workers));
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || sweep.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "lease %s and sweep %s must be at least a second".formatted(lease, sweep));
        }
    }

    public DispatchSettings(int workers, Duration lease, Duration sweep, RetryPolicy retries) {
        this(workers, lease, sweep, retries, Crowd.DEFAULT);
    }

    public DispatchSettings withCrowd(Crowd newCrowd) {
        return new DispatchSettings(workers, lease, sweep, retries, newCrowd);
    }

    /**
     * What is done when more waits than can be sent, and about what was sent.
     *
     * @param digestFrom how many messages must wait for a throttled destination to be merged into one
     * @param probes when a destination that is down is tried
     * @param keep for how long what was delivered is kept
     */
    public record Crowd(int digestFrom, ProbePolicy probes, Duration keep) {
        public static final Crowd DEFAULT = new Crowd(10, ProbePolicy.DEFAULT, Duration.ofDays(30));

        public Crowd {
            requireNonNull(probes, "probes");
            if (digestFrom < 2) {
                throw new IllegalArgumentException("digestFrom %d must be at least 2".formatted(digestFrom));
            }
            if (keep.compareTo(Duration.ofHours(1)) < 0) {
                throw new IllegalArgumentException("keep %s must be at least an hour".formatted(keep));
            }
        }
    }
}
