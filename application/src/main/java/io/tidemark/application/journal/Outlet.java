package io.tidemark.application.journal;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.TimingBatch;

/** Takes batches over: into the storage, or to where they are safe until they can be stored. For one thread at a time. */
public interface Outlet {
    /**
     * Takes a batch over. Timings whose outcome is known when it returns are told of; the others are safe, and told of
     * elsewhere.
     *
     * @throws StorageException when it was not taken over: passing. The same batch is to be handed in again before any
     *     other.
     */
    void append(TimingBatch batch, Outcomes outcomes);
}
