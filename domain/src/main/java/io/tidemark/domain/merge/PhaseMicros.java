package io.tidemark.domain.merge;

/**
 * A figure of each phase of merges, such as its average, in microseconds.
 *
 * @param base finding the merge base
 * @param detection detecting conflicts
 * @param resolution resolving conflicts automatically
 * @param rest what is outside these
 */
public record PhaseMicros(double base, double detection, double resolution, double rest) {
    public PhaseMicros {
        if (!(Math.min(Math.min(base, detection), Math.min(resolution, rest)) >= 0)) {
            throw new IllegalArgumentException("phases of %s, %s, %s and %s microseconds must not be negative"
                    .formatted(base, detection, resolution, rest));
        }
    }

    public double of(MergePhase phase) {
        return switch (phase) {
            case LCA_FINDING -> base;
            case CONFLICT_DETECTION -> detection;
            case CONFLICT_RESOLUTION -> resolution;
            case REST -> rest;
        };
    }

    /** What share of them all a phase takes: from 0 to 1, and 0 when none took any time. */
    public double share(MergePhase phase) {
        double sum = base + detection + resolution + rest;
        return sum == 0 ? 0 : of(phase) / sum;
    }

    /** In which phase most of the time is lost. */
    public MergeBottleneck bottleneck() {
        return MergeBottleneck.of(base, detection, resolution);
    }
}
