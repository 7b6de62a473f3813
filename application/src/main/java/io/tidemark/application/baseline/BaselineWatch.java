package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.OperationReader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The active baselines, at hand in memory. */
public final class BaselineWatch {
    /** Timings come in when they are over, and those of the inbox a little later. */
    private static final Duration LATE = Duration.ofHours(1);
    /** By then thresholds were set again. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private final BaselineReader reader;
    private final OperationReader operations;
    private volatile View view = new View(Map.of(), Map.of(), Set.of());

    /** All as of one reading. */
    private record View(
            Map<Scope, ActiveBaseline> byScope, Map<String, List<Baseline>> byOperation, Set<String> untracked) {}

    public BaselineWatch(BaselineReader reader, OperationReader operations) {
        this.reader = reader;
        this.operations = operations;
    }

    /** Reads the active baselines anew. */
    public void refresh() {
        Map<Scope, ActiveBaseline> byScope = new HashMap<>();
        Map<String, List<Baseline>> byOperation = new HashMap<>();
        for (ActiveBaseline active : reader.active()) {
            Scope scope = active.baseline().scope();
            byScope.put(scope, active);
            byOperation
                    .computeIfAbsent(scope.operation(), first -> new ArrayList<>())
                    .add(active.baseline());
        }
        view = new View(byScope, byOperation, untracked());
    }

    /** The baseline that a timing of this scope is held against: its branch's own, else its operation's. */
    public Optional<ActiveBaseline> of(Scope scope) {
        Map<Scope, ActiveBaseline> byScope = view.byScope;
        ActiveBaseline own = byScope.get(scope);
        return Optional.ofNullable(own != null ? own : byScope.get(scope.withoutBranch()));
    }

    /**
     * The longest duration of an operation that raises no alert, on whatever branch, for a timing that started in the last
     * hour or starts soon: the least of the thresholds that are in force in that time.
     */
    public long thresholdMicros(String operation, Instant now) {
        View seen = view;
        return seen.untracked.contains(operation)
                ? Long.MAX_VALUE
                : seen.byOperation.getOrDefault(operation, List.of()).stream()
                        .flatMap(baseline ->
                                Stream.of(now.minus(LATE), now, now.plus(SOON)).map(baseline::thresholdMicros))
                        .min(Long::compare)
                        .orElse(Long.MAX_VALUE);
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
