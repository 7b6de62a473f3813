package io.tidemark.application.memory;

import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.OperationBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.operation.Catalogue;
import io.tidemark.domain.operation.OperationType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Keeps what was changed; the other operations are those of the catalogue, and those that timings are still kept of. */
final class MemoryOperations implements OperationReader, OperationBook {
    private final Map<String, OperationType> changed = new HashMap<>();
    private final Supplier<Set<String>> timed;
    private final MemoryAudit audit;
    private final MemorySignals signals;

    MemoryOperations(Supplier<Set<String>> timed, MemoryAudit audit, MemorySignals signals) {
        this.timed = timed;
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public List<OperationType> all() {
        return List.copyOf(byName().values());
    }

    @Override
    public Optional<OperationType> track(String operation, boolean tracked, Signature by) {
        return change(operation, known -> known.tracked(tracked), by);
    }

    @Override
    public Optional<OperationType> describe(String operation, String description, Signature by) {
        return change(operation, known -> known.describedAs(description), by);
    }

    private Optional<OperationType> change(String operation, UnaryOperator<OperationType> change, Signature by) {
        Optional<OperationType> after = changeKnown(operation, change, by);
        after.ifPresent(any -> signals.announce(Topic.BASELINES));
        return after;
    }

    private synchronized Optional<OperationType> changeKnown(
            String name, UnaryOperator<OperationType> change, Signature by) {
        OperationType before = byName().get(name);
        if (before == null) {
            return Optional.empty();
        }
        OperationType after = change.apply(before);
        changed.put(name, after);
        after.changed(before, by.by(), by.at()).ifPresent(audit::append);
        return Optional.of(after);
    }

    private synchronized SortedMap<String, OperationType> byName() {
        SortedMap<String, OperationType> operations = new TreeMap<>();
        timed.get().forEach(name -> operations.put(name, OperationType.named(name)));
        Catalogue.known().forEach(known -> operations.put(known.name(), known));
        changed.keySet().retainAll(operations.keySet());
        operations.putAll(changed);
        return operations;
    }
}
