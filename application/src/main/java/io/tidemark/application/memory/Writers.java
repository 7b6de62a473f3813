package io.tidemark.application.memory;

import io.tidemark.domain.timing.BatchId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Remembers the last batch of each writer; of the writers heard of last, a bounded number. */
final class Writers {
    private static final int MAX_WRITERS = 10_000;

    private final Map<UUID, Long> lastNumbers = new LinkedHashMap<>();

    /** Whether the batch is new; from now on it is not. */
    boolean remember(BatchId id) {
        Long last = lastNumbers.remove(id.writer());
        lastNumbers.put(id.writer(), last == null ? id.number() : Math.max(last, id.number()));
        if (lastNumbers.size() > MAX_WRITERS) {
            lastNumbers.remove(lastNumbers.keySet().iterator().next());
        }
        return last == null || last < id.number();
    }
}
