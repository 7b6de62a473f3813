package io.tidemark.domain.merge;

/** Of how many merges each was the bottleneck. */
public record BottleneckCounts(long base, long detection, long resolution, long balanced, long unknown) {
    public BottleneckCounts {
        Counts.requireNotNegative(base, detection, resolution, balanced, unknown);
    }

    public long of(MergeBottleneck bottleneck) {
        return switch (bottleneck) {
            case LCA_FINDING -> base;
            case CONFLICT_DETECTION -> detection;
            case CONFLICT_RESOLUTION -> resolution;
            case BALANCED -> balanced;
            case UNKNOWN -> unknown;
        };
    }

    public long merges() {
        return base + detection + resolution + balanced + unknown;
    }

    /** Of what share of the merges it was the bottleneck: 0 when there were none. */
    public double share(MergeBottleneck bottleneck) {
        return merges() == 0 ? 0 : (double) of(bottleneck) / merges();
    }
}
