package io.tidemark.adapters.postgres;

import io.tidemark.application.port.ExecutionLog;
import io.tidemark.domain.baseline.Execution;
import java.util.List;
import java.util.function.Function;

/** Keeps executions, and drops old ones when new ones come. */
final class PostgresExecutions implements ExecutionLog {
    private final Database database;

    PostgresExecutions(Database database) {
        this.database = database;
    }

    @Override
    public void record(List<Execution> executions) {
        if (!executions.isEmpty()) {
            database.tell(ExecutionMapper.class, mapper -> mapper.record(executions, KEPT_DAYS));
        }
    }

    @Override
    public List<Execution> latest(int limit) {
        return executions(mapper -> mapper.latest(limit));
    }

    @Override
    public List<Execution> lastOfEach() {
        return executions(mapper -> mapper.lastOfEach(false));
    }

    @Override
    public List<Execution> lastCheckOfEach() {
        return executions(mapper -> mapper.lastOfEach(true));
    }

    private List<Execution> executions(Function<ExecutionMapper, List<ExecutionRow>> statement) {
        return database.ask(ExecutionMapper.class, statement).stream()
                .map(ExecutionRow::toExecution)
                .toList();
    }
}
