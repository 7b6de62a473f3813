package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Baseline;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A baseline with the number of its branch, which is null for the operation as a whole. */
record BaselineRow(Baseline baseline, @Nullable Long branchId) {
    boolean became(BaselineMapper.Made made) {
        return made.operation().equals(baseline.scope().operation()) && Objects.equals(made.branchId(), branchId);
    }
}
