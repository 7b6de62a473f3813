package io.tidemark.application.port;

import io.tidemark.domain.baseline.BaselineChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how baselines changed: each activation is a change, by whatever way it came. */
public interface BaselineHistory {
    /**
     * The changes, those to the youngest baseline first.
     *
     * @param operation only those of this operation and its branches; null for all
     * @param limit how many at most, at least one
     */
    default List<BaselineChange> changes(@Nullable String operation, int limit) {
        return changes(operation, Numbered.BEYOND, limit);
    }

    /** The same, of those to a baseline with a lower number than {@code before}. */
    List<BaselineChange> changes(@Nullable String operation, long before, int limit);
}
