package io.tidemark.application.alert;

import static java.util.stream.Collectors.toMap;

import io.tidemark.application.port.IncidentReader;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Keeps the symptoms quiet while their cause is told: operations that degrade together are told of once, as a group, and
 * what is less than critical is not told beside a critical alert about the same subject.
 */
public final class Inhibition implements Quieting {
    private static final Set<AlertType> SYMPTOMS =
            EnumSet.of(AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY, AlertType.DEGRADATION);

    private final IncidentReader alerts;
    private final Clock clock;
    /** The unresolved alerts that may hide others, by their number. */
    private volatile Map<Long, Alert> causes = new ConcurrentHashMap<>();

    public Inhibition(IncidentReader alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public void refresh() {
        causes = new ConcurrentHashMap<>(alerts.since(clock.instant(), EnumSet.allOf(AlertType.class)).stream()
                .filter(Inhibition::isCause)
                .collect(toMap(Alert::id, alert -> alert)));
    }

    /** What is decided here counts at once; what others decide, from the next reading on. */
    @Override
    public void stored(Alert alert) {
        if (isCause(alert)) {
            causes.put(alert.id(), alert);
        } else {
            causes.remove(alert.id());
        }
    }

    @Override
    public Optional<Quiet> quiet(Alert alert, Instant now) {
        return hiddenBy(cause -> isMember(alert, cause), QuietReason.MEMBER_OF_A_GROUP)
                .or(() -> hiddenBy(cause -> isUnder(alert, cause), QuietReason.UNDER_A_WORSE_ONE));
    }

    private Optional<Quiet> hiddenBy(Predicate<Alert> hides, QuietReason reason) {
        return causes.values().stream()
                .filter(hides)
                .findFirst()
                .map(cause -> new Quiet(reason, "alert " + cause.id(), null));
    }

    private static boolean isMember(Alert alert, Alert cause) {
        return isGroup(cause)
                && SYMPTOMS.contains(alert.fingerprint().type())
                && cause.evidence().members().contains(alert.fingerprint().subject());
    }

    /** A critical alert about all branches hides those about single ones, and not the other way round. */
    private static boolean isUnder(Alert alert, Alert cause) {
        String branch = cause.fingerprint().branch();
        return cause.severity() == Severity.CRITICAL
                && alert.severity() != Severity.CRITICAL
                && cause.fingerprint().subject().equals(alert.fingerprint().subject())
                && (branch == null || branch.equals(alert.fingerprint().branch()));
    }

    private static boolean isCause(Alert alert) {
        return !alert.state().isOver() && (isGroup(alert) || alert.severity() == Severity.CRITICAL);
    }

    private static boolean isGroup(Alert alert) {
        return alert.fingerprint().type() == AlertType.CORRELATED_DEGRADATION;
    }
}
