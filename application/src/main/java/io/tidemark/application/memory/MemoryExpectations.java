package io.tidemark.application.memory;

import io.tidemark.application.port.ExpectationBook;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps what is to be expected. */
final class MemoryExpectations implements ExpectationBook {
    private final SortedMap<Long, Numbered> byId = new TreeMap<>();
    private long ids;

    @Override
    public synchronized Numbered expect(ExpectedDeviation deviation) {
        Numbered numbered = new Numbered(++ids, deviation);
        byId.put(numbered.id(), numbered);
        return numbered;
    }

    @Override
    public synchronized List<Numbered> during(TimeRange range) {
        return byId.values().stream()
                .filter(numbered -> overlap(numbered.deviation().time(), range))
                .toList();
    }

    @Override
    public synchronized boolean forget(long id) {
        return byId.remove(id) != null;
    }

    private static boolean overlap(TimeRange one, TimeRange other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
