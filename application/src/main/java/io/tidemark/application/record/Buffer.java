package io.tidemark.application.record;

import io.tidemark.application.journal.Outcomes;
import io.tidemark.application.journal.Outlet;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timings that wait to be written, in order, up to a bound. One thread writes them; another may give up what waits, as a
 * storage that does not answer must not keep anybody from closing.
 */
final class Buffer implements Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int BATCH = 10_000;

    private final Deque<Timing> waiting = new ArrayDeque<>();
    private final Outlet outlet;
    private final int bound;
    private final Tally tally;
    /** What was handed to the storage without success: the same batch again, as it may have been stored after all. */
    private @Nullable TimingBatch unsettled;

    private @Nullable BatchId lastId;

    /** How many of them have an outcome all the same. */
    private int settled;

    private boolean away;
    private boolean givenUp;

    Buffer(Outlet outlet, int bound, Tally tally) {
        this.outlet = outlet;
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

    /** Hands on one batch; false when nobody takes it now, and it waits on. */
    boolean writeBatch() {
        TimingBatch batch = nextBatch();
        try {
            outlet.append(batch, this);
        } catch (RuntimeException e) {
            if (e instanceof StorageException storage && storage.isPassing()) {
                goAway(storage);
                return false;
            }
            refused(batch.timings().subList(settled, batch.size()), e);
            LOG.error("A batch could not be handed on", e);
        }
        settle(batch);
        comeBack();
        return true;
    }

    @Override
    public synchronized void stored(List<Timing> timings) {
        if (!givenUp) {
            settled += timings.size();
            tally.stored(timings);
        }
    }

    @Override
    public synchronized void refused(List<Timing> timings, RuntimeException why) {
        if (!givenUp) {
            settled += timings.size();
            tally.refused(timings, why);
        }
    }

    /** Counts what waits as lost, with what is being written at this moment. */
    synchronized void giveUp() {
        givenUp = true;
        tally.lost(Loss.NOT_WRITTEN_AT_CLOSE, waiting.size() - settled);
        waiting.clear();
        settled = 0;
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

    private synchronized void settle(TimingBatch batch) {
        unsettled = null;
        settled = 0;
        if (!givenUp) {
            batch.timings().forEach(timing -> waiting.remove());
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
}
