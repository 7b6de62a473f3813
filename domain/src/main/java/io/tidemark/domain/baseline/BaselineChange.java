package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a scope: a baseline took its place.
 *
 * @param scope what it is about
 * @param before the baseline before, or null when it is the first one
 * @param after the baseline from then on
 * @param origin why, by whom and when
 */
public record BaselineChange(Scope scope, @Nullable Step before, Step after, BaselineOrigin origin) {
    public BaselineChange {
        requireNonNull(scope, "scope");
        requireNonNull(after, "after");
        requireNonNull(origin, "origin");
    }

    /** By how many percent p99 changed; null when it is the first one. */
    public @Nullable Double percentChange() {
        return before == null ? null : ChangePolicy.percentChange(before.p99Micros(), after.p99Micros());
    }

    /** A baseline and its p99. */
    public record Step(long baselineId, double p99Micros) {}
}
