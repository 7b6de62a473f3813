package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineReader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.timing.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The active baselines, at hand in memory. */
public final class BaselineWatch {
    private final BaselineReader reader;
    private volatile View view = new View(Map.of(), Map.of());

    /** Both as of one reading. */
    private record View(Map<Scope, ActiveBaseline> byScope, Map<String, Long> thresholds) {}

    public BaselineWatch(BaselineReader reader) {
        this.reader = reader;
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
        view = new View(byScope, thresholds);
    }

    /** The baseline that a timing of this scope is held against: its branch's own, else its operation's. */
    public Optional<ActiveBaseline> of(Scope scope) {
        Map<Scope, ActiveBaseline> byScope = view.byScope;
        ActiveBaseline own = byScope.get(scope);
        return Optional.ofNullable(own != null ? own : byScope.get(scope.withoutBranch()));
    }

    /** The longest duration of an operation that breaks no baseline, of whatever branch. */
    public long thresholdMicros(String operation) {
        return view.thresholds.getOrDefault(operation, Long.MAX_VALUE);
    }
}
