package io.tidemark.application.record;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.BatchId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be written by a {@link BackgroundWriter}, up to a bound. Adding never waits and never throws; what finds
 * no room is counted.
 *
 * @param <T> what is written
 */
public final class Backlog<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final int BATCH = 5_000;

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final String things;
    private final Sink<T> sink;
    private final int bound;
    private final Tally tally;
    private BatchId id = BatchId.random();
    private @Nullable List<T> unsettled;
    private boolean away;
    private volatile boolean closed;

    /** Stores what waited. */
    @FunctionalInterface
    public interface Sink<T> {
        /**
         * Stores a batch; the same batch comes again, under the same id, after a failure that may pass.
         *
         * @throws StorageException when it was not stored
         */
        void store(BatchId id, List<T> batch);
    }

    /**
     * Nothing waits yet.
     *
     * @param things what is written, for the log: a plural with a capital letter
     */
    public Backlog(String things, int bound, Sink<T> sink) {
        this.things = things;
        this.bound = bound;
        this.sink = sink;
        this.tally = new Tally(things);
    }

    /** Adds one; counts it as lost when there is no room, or when this was closed. */
    public void add(T thing) {
        if (size.incrementAndGet() > bound) {
            size.decrementAndGet();
            tally.lost(closed ? Loss.RECORDER_CLOSED : Loss.BUFFER_FULL, 1);
            return;
        }
        waiting.add(thing);
        // Whoever gives up what waits may just have looked.
        if (closed && waiting.remove(thing)) {
            tally.lost(Loss.RECORDER_CLOSED, 1);
        }
    }

    /** What became of what was added. */
    public RecorderReport report() {
        return tally.report();
    }

    void warn() {
        tally.warn();
    }

    /** Writes all that waits; false when the storage is away, and it waits on. For one thread. */
    boolean writeAll() {
        List<T> batch = nextBatch();
        while (!batch.isEmpty()) {
            if (!write(batch)) {
                return false;
            }
            batch = nextBatch();
        }
        return true;
    }

    /** Takes nothing from now on, and counts what is not written as lost. */
    synchronized void giveUp() {
        if (!closed) {
            closed = true;
            int lost = unsettled == null ? 0 : unsettled.size();
            while (waiting.poll() != null) {
                lost++;
            }
            tally.lost(Loss.NOT_WRITTEN_AT_CLOSE, lost);
            tally.warn();
        }
    }

    private boolean write(List<T> batch) {
        try {
            sink.store(id, batch);
            settle(batch, tally::written);
            comeBack();
        } catch (RuntimeException e) {
            if (e instanceof StorageException storage && storage.isPassing()) {
                goAway(storage);
                return false;
            }
            settle(batch, lost -> tally.lost(Loss.REFUSED, lost));
            LOG.error("The storage refused {} {}", batch.size(), things, e);
        }
        return true;
    }

    private synchronized List<T> nextBatch() {
        if (closed) {
            return List.of();
        }
        if (unsettled == null && !waiting.isEmpty()) {
            List<T> batch = new ArrayList<>();
            for (T thing = waiting.poll(); thing != null; thing = batch.size() < BATCH ? waiting.poll() : null) {
                batch.add(thing);
            }
            unsettled = batch;
            id = id.next();
        }
        return unsettled == null ? List.of() : unsettled;
    }

    private synchronized void settle(List<T> batch, IntConsumer count) {
        unsettled = null;
        size.addAndGet(-batch.size());
        if (!closed) {
            count.accept(batch.size());
        }
    }

    private void goAway(StorageException e) {
        if (!away) {
            away = true;
            LOG.warn("The storage is away: up to {} {} wait until it is back", bound, things, e);
        }
    }

    private void comeBack() {
        if (away) {
            away = false;
            LOG.info("The storage is back; {} that waited are written now", things);
        }
    }
}
