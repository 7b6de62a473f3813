package io.tidemark.application.record;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timings that wait to be written, in order, up to a bound. One thread writes them; another may give up what waits, as a
 * storage that does not answer must not keep anybody from closing.
 */
final class Buffer {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int BATCH = 10_000;

    private final Deque<Timing> waiting = new ArrayDeque<>();
    private final TimingLog log;
    private final int bound;
    private final Tally tally;
    /** What was handed to the storage without success: the same batch again, as it may have been stored after all. */
    private @Nullable TimingBatch unsettled;

    private @Nullable BatchId lastId;

    private boolean away;
    private boolean givenUp;

    Buffer(TimingLog log, int bound, Tally tally) {
        this.log = log;
        this.bound = bound;
        this.tally = tally;
    }

    synchronized void add(Timing timing) {
        if (waiting.size() < bound) {
            waiting.add(timing);
        } else {
            tally.lost(Loss.BUFFER_FULL, 1);
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Writes one batch; false when the storage is away, and the batch waits on. */
    boolean writeBatch() {
        TimingBatch batch = nextBatch();
        try {
            log.append(batch);
            settle(batch, tally::written);
            comeBack();
        } catch (RuntimeException e) {
            if (e instanceof StorageException storage && storage.isPassing()) {
                goAway(storage);
                return false;
            }
            refused(batch, e);
        }
        return true;
    }

    /** Counts what waits as lost, with what is being written at this moment. */
    synchronized void giveUp() {
        givenUp = true;
        tally.lost(Loss.NOT_WRITTEN_AT_CLOSE, waiting.size());
        waiting.clear();
    }

    private synchronized TimingBatch nextBatch() {
        if (unsettled == null) {
            lastId = lastId == null ? BatchId.random() : lastId.next();
            unsettled = new TimingBatch(lastId, nextTimings());
        }
        return unsettled;
    }

    private List<Timing> nextTimings() {
        List<Timing> batch = new ArrayList<>(Math.min(BATCH, waiting.size()));
        var timings = waiting.iterator();
        while (timings.hasNext() && batch.size() < BATCH) {
            batch.add(timings.next());
        }
        return batch;
    }

    private synchronized void settle(TimingBatch batch, IntConsumer count) {
        unsettled = null;
        if (!givenUp) {
            batch.timings().forEach(timing -> waiting.remove());
            count.accept(batch.size());
        }
    }

    private void goAway(StorageException e) {
        if (!away) {
            away = true;
            LOG.warn("The storage is away: up to {} timings wait until it is back", bound, e);
        }
    }

    private void comeBack() {
        if (away) {
            away = false;
            LOG.info("The storage is back; what waited is written now");
        }
    }

    private void refused(TimingBatch batch, RuntimeException e) {
        settle(batch, timings -> tally.lost(Loss.REFUSED, timings));
        LOG.error("The storage refused {} timings", batch.size(), e);
    }
}
