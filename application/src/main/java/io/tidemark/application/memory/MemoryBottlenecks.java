package io.tidemark.application.memory;

import io.tidemark.application.port.BottleneckBook;
import io.tidemark.domain.correlation.BottleneckRule;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the rows by their numbers. */
final class MemoryBottlenecks implements BottleneckBook {
    private final NavigableMap<Long, BottleneckRule> rules = new TreeMap<>();
    private long lastId;

    @Override
    public synchronized List<BottleneckRule> rules() {
        return List.copyOf(rules.descendingMap().values());
    }

    @Override
    public synchronized BottleneckRule add(BottleneckRule rule) {
        BottleneckRule added = rule.numbered(++lastId);
        rules.put(lastId, added);
        return added;
    }

    @Override
    public synchronized Optional<BottleneckRule> remove(long id) {
        return Optional.ofNullable(rules.remove(id));
    }
}
