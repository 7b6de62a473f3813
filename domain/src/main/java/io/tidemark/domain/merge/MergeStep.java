package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The merges of a stretch of time.
 *
 * @param start its first instant
 * @param figures what its merges look like
 */
public record MergeStep(Instant start, MergeFigures figures) {
    public MergeStep {
        requireNonNull(start, "start");
        requireNonNull(figures, "figures");
    }
}
