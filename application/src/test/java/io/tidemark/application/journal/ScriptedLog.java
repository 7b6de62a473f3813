package io.tidemark.application.journal;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A log that keeps each batch once, as the port asks, and is away or refuses timings when it is told to. */
final class ScriptedLog implements TimingLog {
    private final List<Timing> kept = new ArrayList<>();
    private final List<BatchId> asked = new ArrayList<>();
    private final Map<UUID, Long> lastNumbers = new HashMap<>();
    private Predicate<Timing> refused = timing -> false;
    private Predicate<Timing> awayOver = timing -> false;
    private boolean away;

    @Override
    public synchronized void append(TimingBatch batch) {
        asked.add(batch.id());
        if (away || batch.timings().stream().anyMatch(awayOver)) {
            throw StorageException.passing("connection refused", null);
        }
        batch.timings().stream().filter(refused).findFirst().ifPresent(timing -> {
            throw StorageException.lasting(timing.durationMicros() + " is refused", null);
        });
        if (lastNumbers.getOrDefault(batch.id().writer(), 0L) < batch.id().number()) {
            lastNumbers.put(batch.id().writer(), batch.id().number());
            kept.addAll(batch.timings());
        }
    }

    synchronized void refuse(Predicate<Timing> timings) {
        refused = timings;
    }

    /** It goes away when it is asked to keep such a timing. */
    synchronized void goAwayOver(Predicate<Timing> timings) {
        awayOver = timings;
    }

    synchronized void goAway() {
        away = true;
    }

    synchronized void comeBack() {
        away = false;
        awayOver = timing -> false;
    }

    synchronized List<BatchId> asked() {
        return List.copyOf(asked);
    }

    synchronized List<Long> micros() {
        return kept.stream().map(Timing::durationMicros).toList();
    }
}
