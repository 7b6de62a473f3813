package io.tidemark.application.alert;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import org.jspecify.annotations.Nullable;

/**
 * What became of a person's word about an alert.
 *
 * @param outcome whether it counts
 * @param alert the alert as it is now: whoever was first stands in its state; null when there is none
 */
public record Answer(Outcome outcome, @Nullable Alert alert) {
    /** Whether a word counts. */
    public enum Outcome {
        DONE,
        /** Somebody has taken it on before. */
        ACKNOWLEDGED_BEFORE,
        RESOLVED_BEFORE,
        /** There is no such alert. */
        UNKNOWN;

        static Outcome of(Alert before, Alert after) {
            if (!after.state().equals(before.state())) {
                return DONE;
            }
            return before.state().isOver() ? RESOLVED_BEFORE : ACKNOWLEDGED_BEFORE;
        }
    }

    public Answer {
        requireNonNull(outcome, "outcome");
    }
}
