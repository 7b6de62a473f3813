package io.tidemark.bootstrap.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** How much is taken in at once: beyond a few batches, or more than fits into memory, whoever comes is sent away. */
final class InHand {
    static final int MAX_BATCHES = 8;

    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private final Semaphore places = new Semaphore(MAX_BATCHES);
    private final AtomicLong bytes = new AtomicLong();

    /** A place for one batch. */
    Place enter() {
        if (!places.tryAcquire()) {
            throw ProblemException.busy("%d batches are in hand".formatted(MAX_BATCHES));
        }
        return new Place();
    }

    int batches() {
        return MAX_BATCHES - places.availablePermits();
    }

    /** Where a batch is kept while it is worked on. For one thread. */
    final class Place implements AutoCloseable {
        private long taken;

        /** Makes room for more of the batch. One that is alone always has room: its size is bounded elsewhere. */
        void grow(int count) {
            taken += count;
            if (bytes.addAndGet(count) > MAX_BYTES && batches() > 1) {
                throw ProblemException.busy("batches of more than %d bytes are in hand".formatted(MAX_BYTES));
            }
        }

        @Override
        public void close() {
            bytes.addAndGet(-taken);
            places.release();
        }
    }
}
