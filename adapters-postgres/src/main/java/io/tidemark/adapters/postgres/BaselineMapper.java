package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineChange;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface BaselineMapper {
    void deactivate(String operation, @Nullable Long branchId);

    /** Deactivates those that are still active, and tells which they were. */
    List<Long> deactivateAll(Long[] ids);

    /** How many were active under that number: one or none. */
    int deactivateOne(long id);

    /** Whether a scope has no active baseline. */
    boolean isVacant(@Param("operation") String operation, @Nullable @Param("branchId") Long branchId);

    long activate(@Param("row") BaselineRow row);

    List<Made> activateAll(@Param("rows") List<BaselineRow> rows);

    List<ActiveBaseline> active();

    List<BaselineChange> changes(
            @Nullable @Param("operation") String operation, @Param("before") long before, @Param("limit") int limit);

    /** The number of a baseline that was made just now. */
    record Made(long id, String operation, @Nullable Long branchId) {}
}
