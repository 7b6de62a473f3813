package io.tidemark.adapters.notify.dispatch;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.notification.RetryPolicy;
import java.time.Duration;

/**
 * How notifications are dispatched.
 *
 * @param workers how many are sent at the same time
 * @param lease for how long a claimed one is this node's: longer than a delivery can take
 * @param sweep how long a lost wake-up can go unnoticed
 * @param retries when an attempt is followed by another
 */
public record DispatchSettings(int workers, Duration lease, Duration sweep, RetryPolicy retries) {
    public static final DispatchSettings DEFAULT =
            new DispatchSettings(4, Duration.ofMinutes(1), Duration.ofMinutes(5), RetryPolicy.DEFAULT);

    public DispatchSettings {
        requireNonNull(retries, "retries");
        if (workers < 1) {
            throw new IllegalArgumentException("workers %d must be at least 1".formatted(workers));
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || sweep.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "lease %s and sweep %s must be at least a second".formatted(lease, sweep));
        }
    }
}
