package io.tidemark.application.record;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A log that keeps what it is given, in order, and fails while it is told to. */
final class KeptTimings implements TimingLog {
    private final List<Timing> kept = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private Predicate<Timing> refused = timing -> false;
    private final List<BatchId> ids = new ArrayList<>();

    @Override
    public synchronized void append(TimingBatch batch) {
        ids.add(batch.id());
        if (failure != null) {
            throw failure;
        }
        batch.timings().stream().filter(refused).findFirst().ifPresent(timing -> {
            throw StorageException.lasting(timing.durationMicros() + " is refused", null);
        });
        kept.addAll(batch.timings());
    }

    /** Refuses batches with such a timing. */
    synchronized void refuse(Predicate<Timing> timings) {
        refused = timings;
    }

    synchronized void fail(RuntimeException with) {
        failure = with;
    }

    synchronized void goAway() {
        fail(StorageException.passing("connection refused", null));
    }

    synchronized void comeBack() {
        failure = null;
    }

    /** How often it was asked to keep something, in vain or not. */
    synchronized int calls() {
        return ids.size();
    }

    /** The batches it was asked to keep, in vain or not. */
    synchronized List<BatchId> ids() {
        return List.copyOf(ids);
    }

    synchronized List<Timing> all() {
        return List.copyOf(kept);
    }

    List<Long> micros() {
        return all().stream().map(Timing::durationMicros).toList();
    }
}
