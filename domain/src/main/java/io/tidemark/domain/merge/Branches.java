package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is merged into what; names by the rules of {@link Scope}.
 *
 * @param source the branch that is merged
 * @param target the branch that it is merged into
 * @param base the commit from which both went apart, or null when it was not found
 */
public record Branches(
        String source, String target, @Nullable String base) {
    public Branches {
        Scope.requireName("source", source);
        Scope.requireName("target", target);
        if (base != null) {
            Scope.requireName("base", base);
        }
    }

    /** The two branches alone. */
    public BranchPair pair() {
        return new BranchPair(source, target);
    }
}
