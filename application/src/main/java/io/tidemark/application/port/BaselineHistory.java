package io.tidemark.application.port;

import io.tidemark.domain.baseline.BaselineChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how baselines changed: each activation is a change, by whatever way it came. */
public interface BaselineHistory {
    /**
     * The changes, the latest first.
     *
     * @param operation only those of this operation and its branches; null for all
     * @param limit how many at most, at least one
     */
    List<BaselineChange> changes(@Nullable String operation, int limit);
}
