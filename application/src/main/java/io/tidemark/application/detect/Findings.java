package io.tidemark.application.detect;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.anomaly.Decision;
import io.tidemark.domain.anomaly.DegradationVerdict;

/**
 * What was found of an operation.
 *
 * @param operation which one
 * @param anomalies which of its timings do not fit
 * @param degradation whether it got slower
 * @param decision what both come to
 * @param outcome what was done about it
 */
public record Findings(
        String operation, Anomalies anomalies, DegradationVerdict degradation, Decision decision, Outcome outcome)
        implements Examined {
    /** What was done, as one word for the log. */
    public enum Outcome {
        /** There is nothing to tell, or nobody asked to tell it. */
        LISTED,
        /** An alert was raised, or counted on. */
        ALERTED,
        /** It has been told already, and nothing has come since. */
        TOLD_BEFORE,
        /** The alert about the broken baseline tells it. */
        TOLD_BY_THRESHOLD,
        /** Somebody has said to expect it. */
        EXPECTED
    }

    public Findings {
        requireNonNull(operation, "operation");
        requireNonNull(anomalies, "anomalies");
        requireNonNull(degradation, "degradation");
        requireNonNull(decision, "decision");
        requireNonNull(outcome, "outcome");
    }

    Findings with(Outcome outcome) {
        return new Findings(operation, anomalies, degradation, decision, outcome);
    }
}
