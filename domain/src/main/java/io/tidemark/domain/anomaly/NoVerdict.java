package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

/**
 * Why nothing can be said.
 *
 * @param reason why
 * @param samples how many timings there were, of the side that has fewest where there are two
 */
public record NoVerdict(Reason reason, long samples) implements Standard, DegradationVerdict {
    /** Why, as one word for the log. */
    public enum Reason {
        /** There are fewer timings than it takes. */
        TOO_FEW_SAMPLES,
        /** All timings took equally long, so that a standard deviation measures nothing. */
        NO_SPREAD
    }

    public NoVerdict {
        requireNonNull(reason, "reason");
    }

    /** In words. */
    public String text() {
        return switch (reason) {
            case TOO_FEW_SAMPLES -> "too few timings: " + samples;
            case NO_SPREAD -> "all " + samples + " timings took equally long";
        };
    }
}
