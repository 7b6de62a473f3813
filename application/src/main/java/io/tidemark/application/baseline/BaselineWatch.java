package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.OperationReader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.timing.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The active baselines, at hand in memory. */
public final class BaselineWatch {
    private final BaselineReader reader;
    private final OperationReader operations;
    private volatile View view = new View(Map.of(), Map.of(), Set.of());

    /** All as of one reading. */
    private record View(Map<Scope, ActiveBaseline> byScope, Map<String, Long> thresholds, Set<String> untracked) {}

    public BaselineWatch(BaselineReader reader, OperationReader operations) {
        this.reader = reader;
        this.operations = operations;
    }

    /** Reads the active baselines anew. */
    public void refresh() {
        Map<Scope, ActiveBaseline> byScope = new HashMap<>();
        Map<String, Long> thresholds = new HashMap<>();
        for (ActiveBaseline active : reader.active()) {
            Scope scope = active.baseline().scope();
            byScope.put(scope, active);
            thresholds.merge(scope.operation(), active.baseline().thresholdMicros(), Math::min);
        }
        view = new View(byScope, thresholds, untracked());
    }

    /** The baseline that a timing of this scope is held against: its branch's own, else its operation's. */
    public Optional<ActiveBaseline> of(Scope scope) {
        Map<Scope, ActiveBaseline> byScope = view.byScope;
        ActiveBaseline own = byScope.get(scope);
        return Optional.ofNullable(own != null ? own : byScope.get(scope.withoutBranch()));
    }

    /** The longest duration of an operation that raises no alert, on whatever branch. */
    public long thresholdMicros(String operation) {
        return isTracked(operation) ? view.thresholds.getOrDefault(operation, Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    /** Whether a timing of this operation may raise an alert. */
    public boolean isTracked(String operation) {
        return !view.untracked.contains(operation);
    }

    private Set<String> untracked() {
        return operations.all().stream()
                .filter(operation -> !operation.tracked())
                .map(OperationType::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
