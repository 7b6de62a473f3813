package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface BaselineMapper {
    void deactivate(String operation, @Nullable Long branchId);

    long activate(Baseline baseline, @Nullable Long branchId);

    List<ActiveBaseline> active();
}
