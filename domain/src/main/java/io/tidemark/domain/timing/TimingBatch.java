package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Timings that are stored together: all or none, and once, however often the batch is handed in.
 *
 * @param id tells the batch from all others
 * @param timings the timings, in any order
 */
public record TimingBatch(BatchId id, List<Timing> timings) {
    public TimingBatch {
        requireNonNull(id, "id");
        timings = List.copyOf(timings);
    }

    /** A batch that was never handed in before. */
    public static TimingBatch of(List<Timing> timings) {
        return new TimingBatch(BatchId.random(), timings);
    }

    public boolean isEmpty() {
        return timings.isEmpty();
    }

    public int size() {
        return timings.size();
    }

    /** The timings from one place, counted from 0, to before another. */
    public TimingBatch part(int from, int to) {
        return new TimingBatch(id.part(from, to), timings.subList(from, to));
    }

    @Override
    public String toString() {
        return "TimingBatch[%s, %d timings]".formatted(id, timings.size());
    }
}
