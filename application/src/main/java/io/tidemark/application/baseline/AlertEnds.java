package io.tidemark.application.baseline;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a person's word about baselines means to an alert; whoever was told of it hears that in the next round. */
final class AlertEnds {
    private final AlertLedger ledger;

    AlertEnds(AlertLedger ledger) {
        this.ledger = ledger;
    }

    /** Resolves the alert about a condition, if there is one. */
    Optional<Alert> resolve(Fingerprint condition, Instant at) {
        return change(condition, alert -> alert.resolve(at));
    }

    /** Acknowledges the alert about a condition, if there is one that nobody has taken on. */
    Optional<Alert> acknowledge(Fingerprint condition, String by, Instant at, String note) {
        return change(condition, alert -> alert.acknowledge(by, at, note));
    }

    private Optional<Alert> change(Fingerprint condition, UnaryOperator<Alert> change) {
        try {
            return Optional.of(ledger.change(
                    condition, (latest, freshId) -> new Decision(change.apply(standing(latest)), List.of())));
        } catch (NoSuchElementException nobodyIsConcerned) {
            return Optional.empty();
        }
    }

    private static Alert standing(Optional<Alert> latest) {
        return latest.filter(alert -> !alert.state().isOver()).orElseThrow();
    }
}
