package io.tidemark.application.memory;

import io.tidemark.application.port.ExclusionBook;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Remark;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps exclusions until they are lifted. */
final class MemoryExclusions implements ExclusionBook {
    /** Far more than people take out. */
    static final int MAX_EXCLUSIONS = 10_000;

    private final NavigableMap<Long, Numbered> byId = new TreeMap<>();
    private long lastId;

    @Override
    public synchronized Numbered add(Exclusion exclusion) {
        Optional<Numbered> answered = exclusion.alertId() == null ? Optional.empty() : answerTo(exclusion.alertId());
        return answered.orElseGet(() -> store(exclusion));
    }

    @Override
    public synchronized Optional<Numbered> lift(long id, Remark remark) {
        return Optional.ofNullable(byId.remove(id));
    }

    @Override
    public synchronized List<Numbered> standing() {
        return List.copyOf(byId.values());
    }

    private Optional<Numbered> answerTo(Long alertId) {
        return byId.values().stream()
                .filter(one -> alertId.equals(one.exclusion().alertId()))
                .findFirst();
    }

    private Numbered store(Exclusion exclusion) {
        if (byId.size() >= MAX_EXCLUSIONS) {
            throw StorageException.lasting(
                    "the storage in memory holds %d exclusions, which is all it can: lift some, or use a database"
                            .formatted(MAX_EXCLUSIONS),
                    null);
        }
        Numbered numbered = new Numbered(++lastId, exclusion);
        byId.put(numbered.id(), numbered);
        return numbered;
    }
}
