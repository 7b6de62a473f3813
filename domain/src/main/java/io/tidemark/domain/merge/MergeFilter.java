package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which merges are meant; null where any are.
 *
 * @param source those of this branch
 * @param target those into this branch
 * @param status those that ended so
 * @param bottleneck those that lost most of their time there
 */
public record MergeFilter(
        @Nullable String source,
        @Nullable String target,
        @Nullable MergeStatus status,
        @Nullable MergeBottleneck bottleneck) {
    public static final MergeFilter ALL = new MergeFilter(null, null, null, null);

    public MergeFilter {
        if (source != null) {
            Scope.requireName("source", source);
        }
        if (target != null) {
            Scope.requireName("target", target);
        }
    }

    /** All merges of a pair. */
    public static MergeFilter of(BranchPair pair) {
        return new MergeFilter(pair.source(), pair.target(), null, null);
    }

    public boolean takes(Merge merge) {
        return (source == null || source.equals(merge.branches().source()))
                && (target == null || target.equals(merge.branches().target()))
                && (status == null || status == merge.verdict().status())
                && (bottleneck == null || bottleneck == merge.phases().bottleneck());
    }
}
