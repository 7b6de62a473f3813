package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

/**
 * What was seen of an operation.
 *
 * @param outlierScore the score of the worst outlier; 0 when there is none
 * @param spike what else is known of the outliers
 * @param degradationPercent by how much it got slower; 0 when it did not
 */
public record Symptoms(double outlierScore, Spike spike, double degradationPercent) {
    /** What else is known of outliers, the weightiest first. */
    public enum Spike {
        /** One breaks the threshold of the baseline, about which there is an alert of its own. */
        BREAKS_BASELINE,
        /** It is the third within an hour, or a later one. */
        REPEATS,
        /** Nothing. */
        SINGLE
    }

    public static final Symptoms NONE = new Symptoms(0, Spike.SINGLE, 0);

    public Symptoms {
        requireNonNull(spike, "spike");
    }
}
