package io.tidemark.application.alert;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.QuietReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the symptoms quiet while their cause is told: operations that degrade together are told of once, as a group. */
public final class Inhibition {
    /** A group that was not seen for so long is over, or nobody looks for it any more. */
    static final Duration GROUP_LASTS = Duration.ofHours(1);

    private static final int MOST_ALERTS_READ = 1_000;

    private static final Set<AlertType> SYMPTOMS =
            EnumSet.of(AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY, AlertType.DEGRADATION);

    private final AlertReader alerts;
    private final Clock clock;
    private volatile Set<String> members = Set.of();

    public Inhibition(AlertReader alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Reads anew which operations belong to a group. */
    public void refresh() {
        Instant since = clock.instant().minus(GROUP_LASTS);
        List<AlertReport> unresolved = alerts.latest(Which.UNRESOLVED, MOST_ALERTS_READ);
        members = unresolved.stream()
                .map(AlertReport::alert)
                .filter(alert -> isGroup(alert.fingerprint())
                        && alert.recurrence().lastSeen().isAfter(since))
                .flatMap(alert -> alert.evidence().members().stream())
                .collect(toUnmodifiableSet());
    }

    /** Why nobody is told about an alert that is a symptom; empty when it is none. */
    Optional<QuietReason> quiet(Alert alert) {
        boolean symptom = SYMPTOMS.contains(alert.fingerprint().type())
                && members.contains(alert.fingerprint().subject());
        return symptom ? Optional.of(QuietReason.MEMBER_OF_A_GROUP) : Optional.empty();
    }

    static boolean isGroup(Fingerprint condition) {
        return condition.type() == AlertType.CORRELATED_DEGRADATION;
    }
}
