package io.tidemark.application.memory;

import io.tidemark.application.port.DestinationBook;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps destinations by name. */
final class MemoryDestinations implements DestinationBook {
    /** Far more than anybody tells. */
    static final int MAX_DESTINATIONS = 1_000;

    private final NavigableMap<String, Stored> byName = new TreeMap<>();
    private final MemoryAudit audit;
    private final MemorySignals signals;

    MemoryDestinations(MemoryAudit audit, MemorySignals signals) {
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public synchronized List<Stored> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public boolean add(Stored destination, AuditEntry entry) {
        return announced(store(destination, entry));
    }

    @Override
    public boolean change(Stored seen, Map<String, Sealed> values, AuditEntry entry) {
        return announced(replace(seen, values, entry));
    }

    @Override
    public boolean remove(String name, AuditEntry entry) {
        return announced(drop(name, entry));
    }

    private synchronized boolean store(Stored destination, AuditEntry entry) {
        if (byName.containsKey(destination.name())) {
            return false;
        }
        if (byName.size() >= MAX_DESTINATIONS) {
            throw StorageException.lasting(
                    "the storage in memory holds %d destinations, which is all it can: remove some, or use a database"
                            .formatted(MAX_DESTINATIONS),
                    null);
        }
        byName.put(destination.name(), destination);
        audit.append(entry);
        return true;
    }

    private synchronized boolean replace(Stored seen, Map<String, Sealed> values, AuditEntry entry) {
        Stored present = byName.get(seen.name());
        if (present == null || present.revision() != seen.revision()) {
            return false;
        }
        byName.put(seen.name(), new Stored(seen.name(), present.channel(), present.revision() + 1, values));
        audit.append(entry);
        return true;
    }

    private synchronized boolean drop(String name, AuditEntry entry) {
        if (byName.remove(name) == null) {
            return false;
        }
        audit.append(entry);
        return true;
    }

    private boolean announced(boolean changed) {
        if (changed) {
            signals.announce(Topic.DESTINATIONS);
        }
        return changed;
    }
}
