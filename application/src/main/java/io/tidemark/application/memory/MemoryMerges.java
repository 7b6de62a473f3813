package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.MergeLog;
import io.tidemark.application.port.MergeReader;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the merges that were stored last, and hands their timings on. */
final class MemoryMerges implements MergeLog, MergeReader {
    /** Far more than a person looks back. */
    static final int MAX_MERGES = 10_000;

    private final Deque<Merge> lastFirst = new ArrayDeque<>();
    private final Writers writers = new Writers();
    private final MemoryTimings timings;

    MemoryMerges(MemoryTimings timings) {
        this.timings = timings;
    }

    @Override
    public synchronized void append(MergeBatch batch) {
        if (!writers.remember(batch.id())) {
            return;
        }
        timings.append(batch.timings());
        batch.merges().forEach(lastFirst::push);
        while (lastFirst.size() > MAX_MERGES) {
            lastFirst.removeLast();
        }
    }

    @Override
    public synchronized List<Merge> latest(int limit) {
        // The sort is stable: of those of the same instant the one stored last comes first.
        return lastFirst.stream()
                .sorted(comparing(Merge::completion).reversed())
                .limit(limit)
                .toList();
    }
}
