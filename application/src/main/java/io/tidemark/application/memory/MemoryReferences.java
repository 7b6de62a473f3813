package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.ReferenceBook;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps pinned baselines. */
final class MemoryReferences implements ReferenceBook {
    /** Ten names for as many baselines as there is room for. */
    static final int MAX_REFERENCES = 10 * MemoryBaselines.MAX_BASELINES;

    private static final Comparator<Reference> LATEST_FIRST = comparing(MemoryReferences::pinnedAt)
            .reversed()
            .thenComparing(Reference::scope, MemoryBaselines.BY_OPERATION_THE_WHOLE_FIRST);

    private record Key(String name, Scope scope) {}

    private final Map<Key, Reference> pinned = new HashMap<>();

    @Override
    public synchronized void pin(List<Reference> references) {
        if (pinned.size() + references.size() > MAX_REFERENCES) {
            throw StorageException.lasting(
                    "the storage in memory holds at most %d references: let go of some, or use a database"
                            .formatted(MAX_REFERENCES),
                    null);
        }
        references.forEach(reference -> pinned.put(new Key(reference.name(), reference.scope()), reference));
    }

    @Override
    public synchronized int unpin(String name) {
        int before = pinned.size();
        pinned.keySet().removeIf(key -> key.name().equals(name));
        return before - pinned.size();
    }

    @Override
    public synchronized List<Reference> all() {
        return pinned.values().stream().sorted(LATEST_FIRST).toList();
    }

    private static Instant pinnedAt(Reference reference) {
        return reference.remark().at();
    }
}
