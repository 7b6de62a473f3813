package io.tidemark.application.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tidemark.application.port.MergeLog;
import io.tidemark.application.port.MergeReader;
import io.tidemark.application.port.MergeStatistics;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBatch;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.series.Steps;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Keeps the merges that were stored last, and hands their timings on. */
final class MemoryMerges implements MergeLog, MergeReader, MergeStatistics {
    /** Far more than a person looks back. */
    static final int MAX_MERGES = 10_000;

    private static final Comparator<FiledMerge> LATEST_FIRST = comparing(
                    (FiledMerge filed) -> filed.merge().completion())
            .thenComparing(FiledMerge::id)
            .reversed();

    private final Deque<FiledMerge> lastFirst = new ArrayDeque<>();
    private final Writers writers = new Writers();
    private final MemoryTimings timings;
    private long stored;

    MemoryMerges(MemoryTimings timings) {
        this.timings = timings;
    }

    @Override
    public synchronized void append(MergeBatch batch) {
        if (!writers.remember(batch.id())) {
            return;
        }
        timings.append(batch.timings());
        batch.merges().forEach(merge -> lastFirst.push(new FiledMerge(++stored, merge)));
        while (lastFirst.size() > MAX_MERGES) {
            lastFirst.removeLast();
        }
    }

    @Override
    public synchronized List<Merge> latest(int limit) {
        return lastFirst.stream()
                .sorted(LATEST_FIRST)
                .limit(limit)
                .map(FiledMerge::merge)
                .toList();
    }

    @Override
    public synchronized List<FiledMerge> find(MergeSearch search) {
        return lastFirst.stream()
                .filter(filed -> isMeant(filed.merge(), search.filter(), search.range()))
                .filter(filed -> search.after() == null || isAfter(filed, search.after()))
                .sorted(LATEST_FIRST)
                .limit(search.limit())
                .toList();
    }

    @Override
    public Optional<MergeFigures> figures(MergeFilter filter, TimeRange range) {
        List<Merge> merges = meant(filter, range).toList();
        return merges.isEmpty() ? Optional.empty() : Optional.of(MergeFigures.of(merges));
    }

    @Override
    public List<PairFigures> pairs(MergeFilter filter, TimeRange range, int limit) {
        Map<BranchPair, List<Merge>> byPair = meant(filter, range)
                .collect(groupingBy(merge -> merge.branches().pair()));
        return byPair.entrySet().stream()
                .map(entry ->
                        new PairFigures(entry.getKey(), MergeFigures.of(entry.getValue()), last(entry.getValue())))
                .sorted(PairFigures.DEAREST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<MergeStep> steps(MergeFilter filter, TimeRange range, Duration step) {
        return cut(
                meant(filter, range),
                Steps.touching(range, step),
                (start, merges) -> new MergeStep(start, MergeFigures.of(merges)));
    }

    @Override
    public Map<BranchPair, List<MergePoint>> courses(Collection<BranchPair> pairs, TimeRange range, Duration step) {
        Steps steps = Steps.touching(range, step);
        Map<BranchPair, List<MergePoint>> courses = new HashMap<>();
        for (BranchPair pair : pairs) {
            List<MergePoint> points = cut(meant(MergeFilter.of(pair), range), steps, MergePoint::of);
            if (!points.isEmpty()) {
                courses.put(pair, points);
            }
        }
        return courses;
    }

    private synchronized Stream<Merge> meant(MergeFilter filter, TimeRange range) {
        return lastFirst.stream()
                .map(FiledMerge::merge)
                .filter(merge -> isMeant(merge, filter, range))
                .toList()
                .stream();
    }

    private static <T> List<T> cut(Stream<Merge> merges, Steps steps, BiFunction<Instant, List<Merge>, T> made) {
        SortedMap<Integer, List<Merge>> byStep =
                merges.collect(groupingBy(merge -> steps.place(merge.completion()), TreeMap::new, toList()));
        return byStep.entrySet().stream()
                .map(entry ->
                        made.apply(steps.start().plus(steps.length().multipliedBy(entry.getKey())), entry.getValue()))
                .toList();
    }

    private static Instant last(List<Merge> merges) {
        return merges.stream()
                .map(Merge::completion)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isMeant(Merge merge, MergeFilter filter, TimeRange range) {
        return range.contains(merge.completion()) && filter.takes(merge);
    }

    private static boolean isAfter(FiledMerge filed, Place place) {
        int later = filed.merge().completion().compareTo(place.completion());
        return later < 0 || (later == 0 && filed.id() < place.id());
    }
}
