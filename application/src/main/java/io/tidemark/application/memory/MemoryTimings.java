package io.tidemark.application.memory;

import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.TimingLog;
import io.tidemark.application.port.Upkeep;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps timings as roll-ups; the timings themselves are let go, as no port asks for them. */
final class MemoryTimings implements TimingLog, RollupReader, Upkeep {
    private final Clock clock;
    private final SeriesTable table = new SeriesTable();
    private final Writers writers = new Writers();
    private Kept kept;
    private long leftOut;

    MemoryTimings(Clock clock) {
        this.clock = clock;
        this.kept = Kept.at(clock.instant());
    }

    @Override
    public synchronized void append(TimingBatch batch) {
        if (writers.remember(batch.id())) {
            appendAll(batch.timings());
        }
    }

    @Override
    public synchronized Sketch merged(Scope scope, TimeRange range) {
        foldWhatIsOld();
        Sketch merged = new Sketch();
        table.forEach((counted, series) -> {
            if (counted.equals(scope) || counted.withoutBranch().equals(scope)) {
                series.forEach(
                        Kept.minuteFrom(range.from()),
                        Kept.minuteFrom(range.to()),
                        (start, sketch) -> merged.merge(sketch));
            }
        });
        return merged;
    }

    @Override
    public synchronized SortedMap<String, SortedMap<Instant, Sketch>> byOperation(TimeRange range, Duration step) {
        long minutes = RollupReader.minutesOf(step);
        foldWhatIsOld();
        SortedMap<String, SortedMap<Instant, Sketch>> byOperation = new TreeMap<>();
        table.forEach((scope, series) -> series.forEach(
                Kept.minuteFrom(range.from()),
                Kept.minuteFrom(range.to()),
                (start, sketch) -> byOperation
                        .computeIfAbsent(scope.operation(), operation -> new TreeMap<>())
                        .computeIfAbsent(Kept.startOf(start - Math.floorMod(start, minutes)), first -> new Sketch())
                        .merge(sketch)));
        return byOperation;
    }

    @Override
    public synchronized Map<String, Long> counts() {
        foldWhatIsOld();
        Map<String, Long> counts = new HashMap<>();
        table.forEach((scope, series) -> counts.merge(scope.operation(), series.count(), Long::sum));
        return counts;
    }

    private void appendAll(List<Timing> timings) {
        foldWhatIsOld();
        for (Timing timing : timings) {
            long minute = Kept.minuteOf(timing.start());
            if (kept.contains(minute)) {
                table.counting(timing.scope()).add(minute, timing.durationMicros(), kept);
            } else {
                leftOut++;
            }
        }
    }

    /** Readers and writers fold as well: here it happens when nobody reads or writes. */
    @Override
    public synchronized void fold() {
        foldWhatIsOld();
    }

    /** What is older is let go when it is folded. */
    @Override
    public void dropOutdated() {
        fold();
    }

    private void foldWhatIsOld() {
        Kept now = Kept.at(clock.instant()).after(kept);
        boolean anHourIsOver = now.minutesFrom() > kept.minutesFrom();
        kept = now;
        if (anHourIsOver) {
            table.fold(kept);
        }
    }

    @Override
    public synchronized String toString() {
        return "%s, %d outside of the time that is kept".formatted(table, leftOut);
    }
}
