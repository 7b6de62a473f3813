package io.tidemark.application.port;

import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBatch;
import java.util.List;

/**
 * Keeps merges, and with them the {@linkplain Merge#timings timings} that they yield.
 *
 * <p>Both are stored together or not at all, by the rules of {@link TimingLog}: a batch that may have been stored can be
 * handed in again. Equal merges are separate merges. Safe for several threads.
 */
public interface MergeLog {
    /**
     * Stores a batch and counts its timings; does nothing when it is empty, or was stored before.
     *
     * @throws StorageException when it was not stored
     */
    void append(MergeBatch batch);

    /** Stores merges that were never handed in before. */
    default void append(List<Merge> merges) {
        append(MergeBatch.of(merges));
    }
}
