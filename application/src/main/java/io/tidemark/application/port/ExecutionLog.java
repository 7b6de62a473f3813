package io.tidemark.application.port;

import io.tidemark.domain.baseline.Execution;
import java.util.List;

/** Keeps when baselines were recalculated, and how that ended, for {@value #KEPT_DAYS} days. Safe for several threads. */
public interface ExecutionLog {
    int KEPT_DAYS = 90;

    /**
     * Adds executions; does nothing when there are none.
     *
     * @throws StorageException when none was added
     */
    void record(List<Execution> executions);

    /**
     * The executions, those that began last first; of those that began at the same instant by operation, then branch.
     *
     * @param limit how many at most, at least one
     */
    List<Execution> latest(int limit);

    /** The last execution of each scope; of each scope at most one. */
    List<Execution> lastOfEach();

    /** For each scope the last execution that found its baseline to hold, or replaced it. */
    List<Execution> lastCheckOfEach();
}
