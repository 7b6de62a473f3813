package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a merge ended.
 *
 * @param status how it went
 * @param resolution what became of its conflicts
 * @param outcome anything else about the outcome, or null
 */
public record Verdict(
        MergeStatus status, Resolution resolution, @Nullable JsonObject outcome) {
    public Verdict {
        requireNonNull(status, "status");
        requireNonNull(resolution, "resolution");
    }
}
