package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of a baseline.
 *
 * @param outcome what becomes of it
 * @param reason why
 * @param percentChange by how much the new p99 differs from the old one; null when one of them is missing
 */
public record Ruling(
        Outcome outcome, Reason reason, @Nullable Double percentChange) {
    /** Why, as one word for the table and the listing. */
    public enum Reason {
        FIRST_BASELINE("it is the first one"),
        CHANGED("p99 differs by more than the policy lets pass"),
        FORCED("it was forced"),
        HARDLY_CHANGED("p99 differs by no more than the policy lets pass"),
        TOO_DIFFERENT("p99 differs by more than the factor that a person has to approve"),
        REJECTED_BEFORE("a person rejected one like it"),
        NO_TIMINGS("there are no timings"),
        TOO_FEW_TIMINGS("there are too few timings"),
        LEFT_OUT("incidents and exclusions leave too few timings"),
        REPLACED_MEANWHILE("somebody replaced it meanwhile"),
        TIMED_OUT("it took too long"),
        FAILED("it failed");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The same as half a sentence. */
        public String text() {
            return text;
        }
    }

    public Ruling {
        requireNonNull(outcome, "outcome");
        requireNonNull(reason, "reason");
    }

    /** The baseline stays as it is, as nothing can be said. */
    public static Ruling skipped(Reason reason) {
        return new Ruling(Outcome.SKIPPED, reason, null);
    }

    /** The same, but for another reason to leave the baseline as it is. */
    public Ruling keptBecause(Reason other) {
        return new Ruling(Outcome.SKIPPED, other, percentChange);
    }
}
