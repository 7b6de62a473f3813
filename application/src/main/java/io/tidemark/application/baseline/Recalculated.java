package io.tidemark.application.baseline;

import io.tidemark.domain.baseline.Ruling;
import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What became of the baseline of a scope.
 *
 * @param scope which one
 * @param ruling what became of it, and why
 * @param baselineId the baseline that is active now; of one that needs approval, the proposal; null when there is none
 * @param figures what it rests on
 * @param message what is to be said beyond that, or null
 */
public record Recalculated(
        Scope scope,
        Ruling ruling,
        @Nullable Long baselineId,
        Figures figures,
        @Nullable String message) {

    /**
     * What it rests on.
     *
     * @param samples how many timings counted
     * @param oldP99Micros the p99 before, or null
     * @param newP99Micros the p99 that was found, or null
     */
    public record Figures(
            long samples,
            @Nullable Double oldP99Micros,
            @Nullable Double newP99Micros) {}
}
