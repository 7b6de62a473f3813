package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Execution.Result;
import io.tidemark.domain.baseline.Execution.Status;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;

/** An execution with its number: without one, MyBatis takes two of the same instant for one. */
record ExecutionRow(long id, Scope scope, Status status, Instant start, Instant end, Result result) {
    Execution toExecution() {
        return new Execution(scope, status, start, end, result);
    }
}
