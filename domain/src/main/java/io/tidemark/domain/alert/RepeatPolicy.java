package io.tidemark.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a condition that lasts is told again.
 *
 * @param interval the least time between two messages about it, unless it gets worse
 */
public record RepeatPolicy(Duration interval) {
    public static final RepeatPolicy DEFAULT = new RepeatPolicy(Duration.ofHours(1));

    public RepeatPolicy {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("interval %s must not be negative".formatted(interval));
        }
    }

    /** Why nobody is told about an alert as it is after another sighting; empty when they are. */
    public Optional<QuietReason> quiet(Alert before, Alert after, Instant now) {
        Instant lastTold = before.recurrence().lastTold();
        boolean gotWorse = after.severity().compareTo(before.severity()) > 0;
        boolean due = lastTold == null || !now.isBefore(lastTold.plus(interval));
        return gotWorse || due ? Optional.empty() : Optional.of(QuietReason.REPEATED_WITHIN_INTERVAL);
    }
}
