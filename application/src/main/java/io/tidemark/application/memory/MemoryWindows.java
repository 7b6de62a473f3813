package io.tidemark.application.memory;

import io.tidemark.application.port.Topic;
import io.tidemark.application.port.WindowBook;
import io.tidemark.domain.quiet.FiledWindow;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps maintenance windows by their names. */
final class MemoryWindows implements WindowBook {
    private final NavigableMap<String, FiledWindow> byName = new TreeMap<>();
    private final MemoryAudit audit;
    private final MemorySignals signals;

    MemoryWindows(MemoryAudit audit, MemorySignals signals) {
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public synchronized List<FiledWindow> windows() {
        return List.copyOf(byName.values());
    }

    @Override
    public void set(FiledWindow window) {
        synchronized (this) {
            FiledWindow before = byName.put(window.window().name(), window);
            audit.append(window.set(before));
        }
        signals.announce(Topic.WINDOWS);
    }

    @Override
    public boolean remove(String name, Instant at, String by) {
        synchronized (this) {
            FiledWindow removed = byName.remove(name);
            if (removed == null) {
                return false;
            }
            audit.append(removed.removed(by, at));
        }
        signals.announce(Topic.WINDOWS);
        return true;
    }
}
