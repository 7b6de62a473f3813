package io.tidemark.domain.merge;

/** The phase in which a merge lost most of its time. */
public enum MergeBottleneck {
    LCA_FINDING,
    CONFLICT_DETECTION,
    CONFLICT_RESOLUTION,
    /** No phase is longer than all others. */
    BALANCED,
    /** Phases are missing: none took any time. */
    UNKNOWN;

    static MergeBottleneck of(Phases phases) {
        return of((double) phases.baseMicros(), (double) phases.conflictMicros(), (double) phases.resolveMicros());
    }

    /** That of phases which took so long, in any one unit: microseconds are exact. */
    static MergeBottleneck of(double base, double detection, double resolution) {
        double longest = Math.max(base, Math.max(detection, resolution));
        if (longest <= 0) {
            return UNKNOWN;
        }
        if (base > Math.max(detection, resolution)) {
            return LCA_FINDING;
        }
        if (detection > Math.max(base, resolution)) {
            return CONFLICT_DETECTION;
        }
        return resolution > Math.max(base, detection) ? CONFLICT_RESOLUTION : BALANCED;
    }
}
