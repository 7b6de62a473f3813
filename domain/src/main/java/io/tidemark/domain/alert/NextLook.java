package io.tidemark.domain.alert;

import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an alert that was decided just now is to be decided again, though nothing is seen. */
public final class NextLook {
    /** What was due and could not be done, or what ends at no known time, is looked at so soon. */
    static final Duration SOON = Duration.ofMinutes(1);

    /** Nothing is left alone for longer: a clock that was wrong does no lasting harm. */
    public static final Duration LATEST = Duration.ofHours(1);

    private NextLook() {}

    /** The instant, after {@code now}; null when there is nothing to wait for. */
    public static @Nullable Instant at(Alert alert, RecoveryPolicy recovery, Instant now) {
        if (alert.state().isOver()) {
            return null;
        }
        return Stream.of(recovery.notBefore(alert, now), expiry(alert), escalation(alert), quietEnd(alert, now))
                .flatMap(Optional::stream)
                .map(due -> due.isAfter(now) ? due : now.plus(SOON))
                .reduce(now.plus(LATEST), NextLook::earlier);
    }

    private static Optional<Instant> expiry(Alert alert) {
        return alert.state() instanceof Acknowledged taken ? Optional.ofNullable(taken.until()) : Optional.empty();
    }

    private static Optional<Instant> escalation(Alert alert) {
        return alert.state() instanceof Open
                ? Optional.ofNullable(alert.telling().escalation().nextAt())
                : Optional.empty();
    }

    /** A silence may be lifted, and an alert that hides this one resolved, before the time. */
    private static Optional<Instant> quietEnd(Alert alert, Instant now) {
        return Optional.ofNullable(alert.telling().quiet())
                .filter(quiet -> quiet.reason().passes())
                .map(quiet -> quiet.until() == null ? now.plus(SOON) : earlier(quiet.until(), now.plus(SOON)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
