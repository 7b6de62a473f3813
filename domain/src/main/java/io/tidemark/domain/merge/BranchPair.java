package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Scope;

/**
 * Two branches of which one is merged into the other; names by the rules of {@link Scope}.
 *
 * @param source the branch that is merged
 * @param target the branch that it is merged into
 */
public record BranchPair(String source, String target) {
    public BranchPair {
        Scope.requireName("source", source);
        Scope.requireName("target", target);
    }

    @Override
    public String toString() {
        return source + " into " + target;
    }
}
