package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface BaselineMapper {
    void deactivate(String operation, @Nullable Long branchId);

    /** How many were active under that number: one or none. */
    int deactivateOne(long id);

    /** Whether a scope has no active baseline. */
    boolean isVacant(@Param("operation") String operation, @Nullable @Param("branchId") Long branchId);

    long activate(Baseline baseline, @Nullable Long branchId);

    List<ActiveBaseline> active();

    List<BaselineChange> changes(@Nullable @Param("operation") String operation, @Param("limit") int limit);
}
