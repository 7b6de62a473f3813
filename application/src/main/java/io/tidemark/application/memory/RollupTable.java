package io.tidemark.application.memory;

import io.tidemark.domain.timing.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the roll-ups of a scope, and bounds how many scopes there are. */
final class RollupTable {
    /** More than anybody reads; what exceeds it is mostly a name with a number in it. */
    static final int MAX_SCOPES = 10_000;
    /** The rest is for operations as a whole, so that branches cannot crowd them out. */
    static final int MAX_SCOPES_WITH_BRANCHES = 9_000;

    static final Scope OTHER = Scope.of(Scope.OTHER);

    private static final Logger LOG = LoggerFactory.getLogger(RollupTable.class);

    private final Map<Scope, Rollups> byScope = new HashMap<>();
    private long withoutBranch;
    private long asOther;

    /** Where a timing of this scope is counted. */
    Rollups counting(Scope scope) {
        Rollups known = byScope.get(scope);
        if (known != null) {
            return known;
        }
        if (byScope.size() < (scope.branch() == null ? MAX_SCOPES : MAX_SCOPES_WITH_BRANCHES)) {
            return add(scope);
        }
        return scope.branch() == null ? countingAsOther(scope) : countingWithoutBranch(scope);
    }

    void fold(Kept kept) {
        byScope.values().forEach(rollups -> rollups.fold(kept));
        byScope.values().removeIf(Rollups::isEmpty);
    }

    void forEach(BiConsumer<Scope, Rollups> visitor) {
        byScope.forEach(visitor);
    }

    private Rollups countingWithoutBranch(Scope scope) {
        if (withoutBranch++ == 0) {
            LOG.warn(
                    "More than {} branches: '{}' and further new ones are not kept apart",
                    MAX_SCOPES_WITH_BRANCHES,
                    scope);
        }
        return counting(scope.withoutBranch());
    }

    private Rollups countingAsOther(Scope scope) {
        if (asOther++ == 0) {
            LOG.warn("More than {} operations: '{}' and further new ones are counted as {}", MAX_SCOPES, scope, OTHER);
        }
        return byScope.computeIfAbsent(OTHER, other -> new Rollups());
    }

    private Rollups add(Scope scope) {
        Rollups added = new Rollups();
        byScope.put(scope, added);
        return added;
    }

    @Override
    public String toString() {
        return "%d operations and branches; timings: %d without their branch, %d as %s"
                .formatted(byScope.size(), withoutBranch, asOther, OTHER);
    }
}
