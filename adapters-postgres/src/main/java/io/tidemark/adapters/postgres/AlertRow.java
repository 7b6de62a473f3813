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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert whose state is spread over columns. */
record AlertRow(
        long id, Fingerprint fingerprint, Severity severity, Evidence evidence, Recurrence recurrence, State state) {

    static AlertRow of(Alert alert) {
        return new AlertRow(
                alert.id(),
                alert.fingerprint(),
                alert.severity(),
                alert.evidence(),
                alert.recurrence(),
                State.of(alert.state()));
    }

    Alert toAlert() {
        return new Alert(id, fingerprint, severity, evidence, recurrence, state.toState());
    }

    /** The state as columns: those that do not belong to it are null. */
    record State(
            String word,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String note,
            @Nullable Instant resolvedAt) {

        static State of(AlertState state) {
            if (state instanceof Acknowledged acknowledged) {
                return new State("acknowledged", acknowledged.by(), acknowledged.at(), acknowledged.note(), null);
            }
            if (state instanceof Resolved resolved) {
                return new State("resolved", null, null, null, resolved.at());
            }
            return new State("open", null, null, null, null);
        }

        AlertState toState() {
            return switch (word) {
                case "open" -> new Open();
                case "acknowledged" ->
                    new Acknowledged(requireNonNull(acknowledgedBy), requireNonNull(acknowledgedAt), note);
                case "resolved" -> new Resolved(requireNonNull(resolvedAt));
                default ->
                    throw new IllegalStateException(
                            "state '%s' is none of open, acknowledged, resolved: is the database newer than this program?"
                                    .formatted(word));
            };
        }
    }
}
