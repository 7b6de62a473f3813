package io.tidemark.application.memory;

import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.application.port.TimingLog;
import io.tidemark.application.port.TimingReader;
import io.tidemark.application.port.Upkeep;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.series.Steps;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps timings as roll-ups; of the timings themselves, the latest. */
final class MemoryTimings implements TimingLog, TimingReader, RollupReader, SeriesReader, Upkeep {
    private final Clock clock;
    private final RollupTable table = new RollupTable();
    private final Writers writers = new Writers();
    private final LatestTimings latest = new LatestTimings();
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
        table.forEach((counted, rollups) -> {
            if (isOf(scope, counted)) {
                rollups.forEach(
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
        table.forEach((scope, rollups) -> rollups.forEach(
                Kept.minuteFrom(range.from()),
                Kept.minuteFrom(range.to()),
                (start, sketch) -> byOperation
                        .computeIfAbsent(scope.operation(), operation -> new TreeMap<>())
                        .computeIfAbsent(stepOf(start, minutes), first -> new Sketch())
                        .merge(sketch)));
        return byOperation;
    }

    @Override
    public synchronized SortedMap<String, Series> means(TimeRange range, Duration step) {
        boolean wholeHours = RollupReader.minutesOf(step) % Kept.MINUTES_PER_HOUR == 0;
        Means means = new Means(Steps.touching(range, step));
        foldWhatIsOld();
        long from = Kept.minuteFrom(range.from());
        table.forEach((scope, rollups) -> rollups.forEach(
                wholeHours ? from : Math.max(from, kept.minutesFrom()),
                Kept.minuteFrom(range.to()),
                (start, sketch) -> means.add(scope.operation(), start, sketch)));
        return means.series();
    }

    @Override
    public synchronized SortedMap<Instant, Sketch> steps(Scope scope, TimeRange range, Duration step) {
        long minutes = RollupReader.minutesOf(step);
        foldWhatIsOld();
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        table.forEach((counted, rollups) -> {
            if (isOf(scope, counted)) {
                rollups.forEach(
                        Kept.minuteFrom(range.from()),
                        Kept.minuteFrom(range.to()),
                        (start, sketch) -> steps.computeIfAbsent(stepOf(start, minutes), first -> new Sketch())
                                .merge(sketch));
            }
        });
        return steps;
    }

    /** There are too few single timings here for figures that must be exact. */
    @Override
    public Optional<long[]> durations(Scope scope, TimeRange range, int limit) {
        return Optional.empty();
    }

    @Override
    public synchronized Optional<List<Measured>> outside(Scope scope, TimeRange range, Band quiet, int limit) {
        return Optional.of(latest.outside(scope, range, quiet, limit));
    }

    @Override
    public synchronized Optional<List<Timing>> slowest(Scope scope, TimeRange range, int limit) {
        return Optional.of(latest.slowest(scope, range, limit));
    }

    @Override
    public synchronized Courses courses(String operation, TimeRange range, Duration step, int most) {
        long minutes = RollupReader.minutesOf(step);
        foldWhatIsOld();
        SortedMap<String, SortedMap<Instant, Sketch>> byBranch = new TreeMap<>();
        table.forEach((scope, rollups) -> {
            if (scope.operation().equals(operation)) {
                rollups.forEach(
                        Kept.minuteFrom(range.from()),
                        Kept.minuteFrom(range.to()),
                        (start, sketch) -> byBranch.computeIfAbsent(
                                        Objects.requireNonNullElse(scope.branch(), ""), first -> new TreeMap<>())
                                .computeIfAbsent(stepOf(start, minutes), first -> new Sketch())
                                .merge(sketch));
            }
        });
        return new Courses(whole(byBranch), busiest(byBranch, most), byBranch.size());
    }

    private static SortedMap<Instant, Sketch> whole(SortedMap<String, SortedMap<Instant, Sketch>> byBranch) {
        SortedMap<Instant, Sketch> whole = new TreeMap<>();
        byBranch.values()
                .forEach(steps -> steps.forEach((start, sketch) ->
                        whole.computeIfAbsent(start, first -> new Sketch()).merge(sketch)));
        return whole;
    }

    private static SortedMap<String, SortedMap<Instant, Sketch>> busiest(
            SortedMap<String, SortedMap<Instant, Sketch>> byBranch, int most) {
        SortedMap<String, SortedMap<Instant, Sketch>> busiest = new TreeMap<>();
        byBranch.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, SortedMap<Instant, Sketch>> branch) ->
                                branch.getValue().values().stream()
                                        .mapToLong(Sketch::count)
                                        .sum())
                        .reversed())
                .limit(most)
                .forEach(branch -> busiest.put(branch.getKey(), branch.getValue()));
        return busiest;
    }

    @Override
    public synchronized Map<String, Long> counts() {
        foldWhatIsOld();
        Map<String, Long> counts = new HashMap<>();
        table.forEach((scope, rollups) -> counts.merge(scope.operation(), rollups.count(), Long::sum));
        return counts;
    }

    private static boolean isOf(Scope scope, Scope counted) {
        return counted.equals(scope) || counted.withoutBranch().equals(scope);
    }

    private static Instant stepOf(long start, long minutes) {
        return Kept.startOf(start - Math.floorMod(start, minutes));
    }

    private void appendAll(List<Timing> timings) {
        foldWhatIsOld();
        for (Timing timing : timings) {
            long minute = Kept.minuteOf(timing.start());
            if (kept.contains(minute)) {
                table.counting(timing.scope()).add(minute, timing.durationMicros(), kept);
                latest.add(timing);
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
