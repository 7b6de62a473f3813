package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Execution;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** When baselines were recalculated, and how that ended. */
interface ExecutionMapper {
    void record(@Param("executions") List<Execution> executions, @Param("keptDays") int keptDays);

    List<ExecutionRow> latest(int limit);

    List<ExecutionRow> lastOfEach(@Param("checksOnly") boolean checksOnly);
}
