package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.ExecutionLog;
import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Execution.Status;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.timing.Scope;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps the last executions. */
final class MemoryExecutions implements ExecutionLog {
    /** A day's work for every operation that there is room for. */
    static final int MAX_EXECUTIONS = RollupTable.MAX_SCOPES;

    private static final Comparator<Execution> LAST_FIRST = comparing(Execution::start)
            .reversed()
            .thenComparing(Execution::scope, MemoryBaselines.BY_OPERATION_THE_WHOLE_FIRST);

    private final Deque<Execution> executions = new ArrayDeque<>();

    @Override
    public synchronized void record(List<Execution> more) {
        executions.addAll(more);
        while (executions.size() > MAX_EXECUTIONS) {
            executions.removeFirst();
        }
    }

    @Override
    public synchronized List<Execution> latest(int limit) {
        return executions.stream().sorted(LAST_FIRST).limit(limit).toList();
    }

    @Override
    public List<Execution> lastOfEach() {
        return lastOfEach(any -> true);
    }

    @Override
    public List<Execution> lastCheckOfEach() {
        return lastOfEach(execution ->
                execution.status() == Status.SUCCESS && execution.result().outcome() != Outcome.SKIPPED);
    }

    private synchronized List<Execution> lastOfEach(Predicate<Execution> which) {
        Map<Scope, Execution> last = new LinkedHashMap<>();
        executions.stream()
                .filter(which)
                .sorted(LAST_FIRST)
                .forEach(execution -> last.putIfAbsent(execution.scope(), execution));
        return List.copyOf(last.values());
    }
}
