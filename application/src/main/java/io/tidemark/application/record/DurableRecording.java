package io.tidemark.application.record;

import io.tidemark.application.journal.Outcomes;
import io.tidemark.application.journal.Sieve;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Stores timings before it returns. Threads do not wait for each other, unless there are many: they share a few writers,
 * as a storage remembers each.
 */
final class DurableRecording {
    private static final int WRITERS = 8;

    private final BlockingQueue<BatchId> nextIds = new ArrayBlockingQueue<>(WRITERS);
    private final TimingLog log;
    private final Operations operations;
    private final SlowTimings slowTimings;
    private final Tally tally;

    DurableRecording(TimingLog log, Operations operations, SlowTimings slowTimings, Tally tally) {
        this.log = log;
        this.operations = operations;
        this.slowTimings = slowTimings;
        this.tally = tally;
        for (int i = 0; i < WRITERS; i++) {
            nextIds.add(BatchId.random());
        }
    }

    /** Stores all or none. */
    void store(List<Timing> timings) {
        if (timings.isEmpty()) {
            return;
        }
        underOwnId(id -> {
            store(new TimingBatch(id, timings));
            return id;
        });
    }

    /** Does work that hands in a batch, under an id that nobody else has. */
    <R> R underOwnId(Function<BatchId, R> work) {
        BatchId id = takeId();
        try {
            return work.apply(id);
        } finally {
            nextIds.add(id.next());
        }
    }

    /** Stores all or none. */
    void store(TimingBatch batch) {
        log.append(batch);
        stored(batch.timings());
    }

    /** Stores those that the storage takes, and tells of the others. */
    void storeGood(TimingBatch batch, Outcomes outcomes) {
        new Sieve(log).append(batch, new Outcomes() {
            @Override
            public void stored(List<Timing> timings) {
                DurableRecording.this.stored(timings);
                outcomes.stored(timings);
            }

            @Override
            public void refused(List<Timing> timings, RuntimeException why) {
                outcomes.refused(timings, why);
            }
        });
    }

    /** The same timing under the operation that it is counted as. */
    Timing counted(Timing timing) {
        Operation operation = operations.named(timing.operation());
        return operation.name().equals(timing.operation())
                ? timing
                : new Timing(operation.name(), timing.durationMicros(), timing.end(), timing.context());
    }

    private void stored(List<Timing> timings) {
        tally.stored(timings);
        for (Timing timing : timings) {
            if (operations.named(timing.operation()).isExceededBy(timing.durationMicros())) {
                slowTimings.noticed(timing);
            }
        }
    }

    private BatchId takeId() {
        try {
            return nextIds.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StorageException.passing("interrupted before a timing was stored", e);
        }
    }
}
