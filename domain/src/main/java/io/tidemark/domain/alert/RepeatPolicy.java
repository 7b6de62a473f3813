package io.tidemark.domain.alert;

import io.tidemark.domain.alert.AlertState.Acknowledged;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a condition that lasts is told again. What waits for somebody's answer, a level that has shifted or a baseline to be
 * approved, is told once, unless it gets worse: a message a day would teach people to look away. What somebody has taken on
 * is told again only when it gets worse than they were told.
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

    /** Why nobody is told that an alert fires; empty when they are. */
    public Optional<Quiet> quiet(Alert alert, Instant now) {
        if (alert.isNews()) {
            return Optional.empty();
        }
        if (alert.state() instanceof Acknowledged taken) {
            return Optional.of(new Quiet(QuietReason.ACKNOWLEDGED, taken.by(), taken.until()));
        }
        if (ANSWERED.contains(alert.fingerprint().type())) {
            return Optional.of(Quiet.because(QuietReason.TOLD_BEFORE));
        }
        return Optional.ofNullable(alert.telling().lastTold())
                .map(last -> last.plus(interval))
                .filter(now::isBefore)
                .map(again -> new Quiet(QuietReason.REPEATED_WITHIN_INTERVAL, "", again));
    }
}
