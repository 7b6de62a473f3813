package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineReader;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.timing.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps the active baseline of each scope; no port asks for those before it, so they are let go. */
final class MemoryBaselines implements BaselineBook, BaselineReader {
    /** As many as there are scopes with timings. */
    static final int MAX_BASELINES = RollupTable.MAX_SCOPES;

    private static final Comparator<Scope> BY_OPERATION_THE_WHOLE_FIRST =
            comparing(Scope::operation).thenComparing(MemoryBaselines::branchOrNothing);

    private final SortedMap<Scope, ActiveBaseline> active = new TreeMap<>(BY_OPERATION_THE_WHOLE_FIRST);
    private final MemorySignals signals;
    private long lastId;

    MemoryBaselines(MemorySignals signals) {
        this.signals = signals;
    }

    @Override
    public ActiveBaseline activate(Baseline baseline) {
        ActiveBaseline activated = store(baseline);
        signals.announce(Topic.BASELINES);
        return activated;
    }

    @Override
    public synchronized List<ActiveBaseline> active() {
        return List.copyOf(active.values());
    }

    private synchronized ActiveBaseline store(Baseline baseline) {
        Scope scope = baseline.scope();
        if (active.size() >= MAX_BASELINES && !active.containsKey(scope)) {
            throw StorageException.lasting(
                    "no baseline for %s: the storage in memory holds %d, which is all it can; use a database"
                            .formatted(scope, MAX_BASELINES),
                    null);
        }
        ActiveBaseline activated = new ActiveBaseline(++lastId, baseline);
        active.put(scope, activated);
        return activated;
    }

    private static String branchOrNothing(Scope scope) {
        String branch = scope.branch();
        return branch == null ? "" : branch;
    }
}
