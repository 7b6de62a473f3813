package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineHistory;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.BaselineChange.Step;
import io.tidemark.domain.timing.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the active baseline of each scope, and the last changes; the baselines before are let go. */
final class MemoryBaselines implements BaselineBook, BaselineReader, BaselineHistory {
    /** As many as there are scopes with timings. */
    static final int MAX_BASELINES = RollupTable.MAX_SCOPES;
    /** Far more than a person looks back. */
    static final int MAX_CHANGES = 10_000;

    static final Comparator<Scope> BY_OPERATION_THE_WHOLE_FIRST =
            comparing(Scope::operation).thenComparing(MemoryBaselines::branchOrNothing);

    /** One that waited for a decision is older than those that were made meanwhile. */
    private static final Comparator<BaselineChange> YOUNGEST_FIRST = Comparator.<BaselineChange>comparingLong(
                    change -> change.after().baselineId())
            .reversed();

    private final SortedMap<Scope, ActiveBaseline> active = new TreeMap<>(BY_OPERATION_THE_WHOLE_FIRST);
    private final Deque<BaselineChange> changes = new ArrayDeque<>();
    private final MemorySignals signals;
    private long lastId;

    MemoryBaselines(MemorySignals signals) {
        this.signals = signals;
    }

    @Override
    public ActiveBaseline activate(Baseline baseline) {
        ActiveBaseline activated = store(freshId(), baseline);
        signals.announce(Topic.BASELINES);
        return activated;
    }

    @Override
    public List<ActiveBaseline> replace(List<Replacement> replacements) {
        List<ActiveBaseline> activated = replaceAll(replacements);
        if (!activated.isEmpty()) {
            signals.announce(Topic.BASELINES);
        }
        return activated;
    }

    @Override
    public synchronized List<ActiveBaseline> active() {
        return List.copyOf(active.values());
    }

    @Override
    public synchronized List<BaselineChange> changes(@Nullable String operation, long before, int limit) {
        return changes.stream()
                .filter(change ->
                        operation == null || operation.equals(change.scope().operation()))
                .filter(change -> change.after().baselineId() < before)
                .sorted(YOUNGEST_FIRST)
                .limit(limit)
                .toList();
    }

    synchronized long freshId() {
        return ++lastId;
    }

    /** The active one of a scope, when it has that number. */
    synchronized @Nullable ActiveBaseline activeIfStill(Scope scope, long id) {
        ActiveBaseline present = active.get(scope);
        return present != null && present.id() == id ? present : null;
    }

    synchronized ActiveBaseline store(long id, Baseline baseline) {
        Scope scope = baseline.scope();
        if (active.size() >= MAX_BASELINES && !active.containsKey(scope)) {
            throw StorageException.lasting(
                    "no baseline for %s: the storage in memory holds %d, which is all it can; use a database"
                            .formatted(scope, MAX_BASELINES),
                    null);
        }
        ActiveBaseline activated = new ActiveBaseline(id, baseline);
        changes.addFirst(new BaselineChange(
                scope, step(active.put(scope, activated)), new Step(id, baseline.p99Micros()), baseline.origin()));
        if (changes.size() > MAX_CHANGES) {
            changes.removeLast();
        }
        return activated;
    }

    void announce() {
        signals.announce(Topic.BASELINES);
    }

    private synchronized List<ActiveBaseline> replaceAll(List<Replacement> replacements) {
        List<ActiveBaseline> activated = new ArrayList<>();
        for (Replacement replacement : replacements) {
            ActiveBaseline present = active.get(replacement.baseline().scope());
            if (Objects.equals(replacement.present(), present == null ? null : present.id())) {
                activated.add(store(freshId(), replacement.baseline()));
            }
        }
        return activated;
    }

    private static @Nullable Step step(@Nullable ActiveBaseline before) {
        return before == null ? null : new Step(before.id(), before.baseline().p99Micros());
    }

    private static String branchOrNothing(Scope scope) {
        String branch = scope.branch();
        return branch == null ? "" : branch;
    }
}
