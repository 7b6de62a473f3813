package io.tidemark.application.journal;

import static io.tidemark.domain.timing.TimingFixture.NOON;

import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.List;
import java.util.stream.LongStream;

/** Batches of one writer, whose timings are told apart by their microseconds. */
final class Batches {
    private BatchId next = BatchId.random();

    /** The next batch: a timing for each number of microseconds. */
    TimingBatch of(long firstMicros, long lastMicros) {
        TimingBatch batch = new TimingBatch(next, timings(firstMicros, lastMicros));
        next = next.next();
        return batch;
    }

    static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<Timing> timings(long firstMicros, long lastMicros) {
        return LongStream.rangeClosed(firstMicros, lastMicros)
                .mapToObj(micros -> new Timing("commit", micros, NOON, Context.of("anna")))
                .toList();
    }
}
