package io.tidemark.domain.baseline;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.LeftOut.Stretch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kept operations from being as they normally are: alerts about them, and what people took out by hand.
 *
 * <p>An alert leaves out the time from shortly before it was first seen to shortly after it was last seen. One that is not
 * resolved and is seen again and again leaves out all of that time, for weeks if need be, until a person accepts the new
 * level or keeps the old one. One that is seen rarely is not taken for one long incident: only its first and its last
 * sighting are left out.
 *
 * @param alerts those of {@link #TYPES}
 * @param exclusions those that are not lifted
 */
public record Incidents(List<Alert> alerts, List<Numbered> exclusions) {
    /** The alerts that tell of slow timings. */
    public static final Set<AlertType> TYPES = Set.copyOf(EnumSet.of(
            AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY, AlertType.DEGRADATION, AlertType.CORRELATED_DEGRADATION));

    /** Slowness does not begin with the timing that is slow enough, nor end with the last one. */
    private static final Duration AROUND = Duration.ofMinutes(5);
    /** What is found by looking every six hours has begun, and may have ended, up to so long before. */
    private static final Duration AROUND_WHAT_IS_LOOKED_FOR = Duration.ofHours(6);
    /** An alert that is seen less often than that is several short incidents. */
    private static final Duration SEEN_AT_LEAST_EVERY = Duration.ofHours(1);

    public Incidents {
        alerts = List.copyOf(alerts);
        exclusions = List.copyOf(exclusions);
    }

    /** What does not count towards the baseline of a scope. */
    public LeftOut of(Scope scope, Instant now) {
        Stream<Stretch> byHand = exclusions.stream()
                .filter(one -> one.exclusion().appliesTo(scope))
                .flatMap(one -> stretch(one, now).stream());
        Stream<Stretch> byAlert = alerts.stream()
                .filter(alert -> concerns(alert, scope) && !isAnswered(alert, scope))
                .flatMap(Incidents::stretches);
        return new LeftOut(Stream.concat(byHand, byAlert).toList());
    }

    /** A slow branch is slow in the operation as a whole too. */
    private static boolean concerns(Alert alert, Scope scope) {
        return TYPES.contains(alert.fingerprint().type())
                && (alert.fingerprint().subject().equals(scope.operation())
                        || alert.evidence().members().contains(scope.operation()))
                && (scope.branch() == null
                        || Objects.equals(scope.branch(), alert.fingerprint().branch()));
    }

    private boolean isAnswered(Alert alert, Scope scope) {
        return exclusions.stream()
                .map(Numbered::exclusion)
                .anyMatch(answer -> Objects.equals(answer.alertId(), alert.id()) && answer.appliesTo(scope));
    }

    private Optional<Stretch> stretch(Numbered numbered, Instant now) {
        Exclusion exclusion = numbered.exclusion();
        Instant to = exclusion.to() == null ? endOf(exclusion, now) : exclusion.to();
        return to.isAfter(exclusion.from())
                ? Optional.of(new Stretch(
                        new TimeRange(exclusion.from(), to),
                        "exclusion %d: %s".formatted(numbered.id(), exclusion.reason())))
                : Optional.empty();
    }

    /** What answers an alert lasts as long as the alert; one that is not told of any more is long over. */
    private Instant endOf(Exclusion exclusion, Instant now) {
        Instant notYet = now.plus(1, ChronoUnit.DAYS);
        if (exclusion.alertId() == null) {
            return notYet;
        }
        return alerts.stream()
                .filter(alert -> exclusion.alertId() == alert.id())
                .map(alert -> alert.state() instanceof Resolved resolved ? resolved.at() : notYet)
                .findFirst()
                .orElse(exclusion.from());
    }

    private static Stream<Stretch> stretches(Alert alert) {
        Instant first = alert.recurrence().firstSeen();
        Instant last = alert.recurrence().lastSeen();
        Duration time = Duration.between(first, last);
        boolean isOneIncident = time.compareTo(
                        SEEN_AT_LEAST_EVERY.multipliedBy(alert.recurrence().occurrences()))
                <= 0;
        return isOneIncident
                ? Stream.of(around(alert, first, last))
                : Stream.of(around(alert, first, first), around(alert, last, last));
    }

    private static Stretch around(Alert alert, Instant first, Instant last) {
        AlertType type = alert.fingerprint().type();
        boolean isTiming = type == AlertType.THRESHOLD_EXCEEDED;
        Duration around = isTiming || type == AlertType.ANOMALY ? AROUND : AROUND_WHAT_IS_LOOKED_FOR;
        // A timing is seen when it ends, and counts in the minute in which it started.
        Duration lasted =
                isTiming ? Duration.of(alert.evidence().figures().actualMicros(), ChronoUnit.MICROS) : Duration.ZERO;
        return new Stretch(
                new TimeRange(first.minus(around).minus(lasted), last.plus(around)),
                "alert %d: %s".formatted(alert.id(), type));
    }
}
