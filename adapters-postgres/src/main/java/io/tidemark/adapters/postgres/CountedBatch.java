package io.tidemark.adapters.postgres;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A batch with what its timings add up to.
 *
 * @param batch the timings
 * @param parts what each operation, branch and minute adds up to
 * @param metricIds the numbers that the timings have already, in their order; empty when the database gives them
 */
record CountedBatch(TimingBatch batch, Map<Key, Sketch> parts, List<Long> metricIds) {
    private static final long MICROS_PER_MINUTE = 60_000_000;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /** What timings are added up by: the minute is counted from 1970. */
    record Key(String operation, @Nullable String branch, long minute) {}

    static CountedBatch of(TimingBatch batch) {
        return of(batch, List.of());
    }

    static CountedBatch of(TimingBatch batch, List<Long> metricIds) {
        Map<Key, Sketch> parts = new HashMap<>();
        for (Timing timing : batch.timings()) {
            long start = CopyRows.micros(timing.end()) - timing.durationMicros();
            long minute = Math.floorDiv(start, MICROS_PER_MINUTE);
            Key key = new Key(timing.operation(), timing.context().branch(), minute);
            parts.computeIfAbsent(key, fresh -> new Sketch()).add(timing.durationMicros());
        }
        return new CountedBatch(batch, parts, metricIds);
    }

    boolean hasNumbers() {
        return !metricIds.isEmpty();
    }

    boolean hasDetails() {
        return batch.timings().stream()
                .anyMatch(timing -> !timing.context().details().equals(Details.NONE));
    }

    Set<String> operations() {
        Set<String> operations = new HashSet<>();
        parts.keySet().forEach(key -> operations.add(Text.storable(key.operation())));
        return operations;
    }

    Set<String> branches() {
        Set<String> branches = new HashSet<>();
        for (Key key : parts.keySet()) {
            if (key.branch() != null) {
                branches.add(Text.storable(key.branch()));
            }
        }
        return branches;
    }

    Set<LocalDate> days() {
        Set<LocalDate> days = new HashSet<>();
        parts.keySet().forEach(key -> days.add(LocalDate.ofEpochDay(Math.floorDiv(key.minute(), MINUTES_PER_DAY))));
        return days;
    }
}
