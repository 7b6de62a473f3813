package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.TimingBatch;
import java.util.List;

/**
 * Merges that are stored together with the timings that they yield: all or none, and once, however often the batch is
 * handed in.
 *
 * @param id tells the batch from all others
 * @param merges the merges, in any order
 */
public record MergeBatch(BatchId id, List<Merge> merges) {
    public MergeBatch {
        requireNonNull(id, "id");
        merges = List.copyOf(merges);
    }

    /** A batch that was never handed in before. */
    public static MergeBatch of(List<Merge> merges) {
        return new MergeBatch(BatchId.random(), merges);
    }

    /** The timings of all its merges, as a batch with the same id. */
    public TimingBatch timings() {
        return new TimingBatch(
                id, merges.stream().flatMap(merge -> merge.timings().stream()).toList());
    }
}
