package io.tidemark.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a condition that lasts is told again. What waits for somebody's answer, a level that has shifted or a baseline to be
 * approved, is told once, unless it gets worse: a message a day would teach people to look away.
 *
 * @param interval the least time between two messages about it, unless it gets worse
 */
public record RepeatPolicy(Duration interval) {
    public static final RepeatPolicy DEFAULT = new RepeatPolicy(Duration.ofHours(1));

    private static final Set<AlertType> ANSWERED = EnumSet.of(AlertType.DEGRADATION, AlertType.BASELINE_APPROVAL);

    public RepeatPolicy {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("interval %s must not be negative".formatted(interval));
        }
    }

    /** Why nobody is told about an alert as it is after another sighting; empty when they are. */
    public Optional<QuietReason> quiet(Alert before, Alert after, Instant now) {
        Instant lastTold = before.recurrence().lastTold();
        boolean gotWorse = after.severity().compareTo(before.severity()) > 0;
        if (gotWorse || lastTold == null) {
            return Optional.empty();
        }
        if (ANSWERED.contains(after.fingerprint().type())) {
            return Optional.of(QuietReason.TOLD_BEFORE);
        }
        boolean due = !now.isBefore(lastTold.plus(interval));
        return due ? Optional.empty() : Optional.of(QuietReason.REPEATED_WITHIN_INTERVAL);
    }
}
