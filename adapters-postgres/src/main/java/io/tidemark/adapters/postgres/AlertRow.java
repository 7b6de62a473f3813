package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Recurrence;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Telling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert whose state is spread over columns. */
record AlertRow(
        long id,
        Fingerprint fingerprint,
        Severity severity,
        Evidence evidence,
        Recurrence recurrence,
        State state,
        Telling telling) {

    static AlertRow of(Alert alert) {
        return new AlertRow(
                alert.id(),
                alert.fingerprint(),
                alert.severity(),
                alert.evidence(),
                alert.recurrence(),
                State.of(alert.state()),
                alert.telling());
    }

    Alert toAlert() {
        return new Alert(id, fingerprint, severity, evidence, recurrence, state.toState(), telling);
    }

    /** The state as columns: those that do not belong to it are null. */
    record State(
            String word,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String note,
            @Nullable Instant acknowledgedUntil,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            @Nullable Long recoveredMicros) {
        private static final State OPEN = new State("open", null, null, null, null, null, null, null);

        static State of(AlertState state) {
            if (state instanceof Acknowledged taken) {
                return new State("acknowledged", taken.by(), taken.at(), taken.note(), taken.until(), null, null, null);
            }
            if (state instanceof Resolved end) {
                State before = end.taken() == null ? OPEN : of(end.taken());
                return before.resolved(end);
            }
            return OPEN;
        }

        private State resolved(Resolved end) {
            return new State(
                    "resolved",
                    acknowledgedBy,
                    acknowledgedAt,
                    note,
                    acknowledgedUntil,
                    end.at(),
                    end.by(),
                    end.recoveredMicros());
        }

        AlertState toState() {
            return switch (word) {
                case "open" -> new Open();
                case "acknowledged" -> requireNonNull(taken());
                case "resolved" -> new Resolved(requireNonNull(resolvedAt), resolvedBy, recoveredMicros, taken());
                default ->
                    throw new IllegalStateException(
                            "state '%s' is none of open, acknowledged, resolved: is the database newer than this program?"
                                    .formatted(word));
            };
        }

        private @Nullable Acknowledged taken() {
            return acknowledgedBy == null
                    ? null
                    : new Acknowledged(acknowledgedBy, requireNonNull(acknowledgedAt), note, acknowledgedUntil);
        }
    }
}
