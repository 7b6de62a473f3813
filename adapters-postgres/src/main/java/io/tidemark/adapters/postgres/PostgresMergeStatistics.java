package io.tidemark.adapters.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tidemark.adapters.postgres.MergeStatisticsMapper.PointRow;
import io.tidemark.application.port.MergeStatistics;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.series.Steps;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Aggregates the merges of a range where they are, or, over days, what they were added up to. */
final class PostgresMergeStatistics implements MergeStatistics {
    /** From here on reading merges one by one takes too long to be waited for, and there are enough for a percentile. */
    private static final Duration LONG = Duration.ofDays(2);

    /** Shorter ones have nearly as many buckets in use as merges: to add these up takes as long as to read the merges. */
    private static final Duration LONG_STEP = Duration.ofHours(12);

    private final Database database;

    PostgresMergeStatistics(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MergeFigures> figures(MergeFilter filter, TimeRange range) {
        return database.ask(
                MergeStatisticsMapper.class,
                mapper -> Optional.ofNullable(
                        isRolled(filter, range) ? mapper.rolledFigures(filter, range) : mapper.figures(filter, range)));
    }

    @Override
    public List<PairFigures> pairs(MergeFilter filter, TimeRange range, int limit) {
        return database
                .ask(
                        MergeStatisticsMapper.class,
                        mapper -> isRolled(filter, range)
                                ? mapper.rolledPairs(filter, range, limit)
                                : mapper.pairs(filter, range, limit))
                .stream()
                .map(MergeStatisticsMapper.Row::toPair)
                .toList();
    }

    @Override
    public List<MergeStep> steps(MergeFilter filter, TimeRange range, Duration step) {
        long seconds = Steps.touching(range, step).length().toSeconds();
        return database
                .ask(
                        MergeStatisticsMapper.class,
                        mapper -> isRolled(filter, range) && isLong(step)
                                ? mapper.rolledSteps(filter, range, seconds)
                                : mapper.steps(filter, range, seconds))
                .stream()
                .map(MergeStatisticsMapper.StepRow::toStep)
                .toList();
    }

    @Override
    public Map<BranchPair, List<MergePoint>> courses(Collection<BranchPair> pairs, TimeRange range, Duration step) {
        long seconds = Steps.touching(range, step).length().toSeconds();
        String[] sources =
                pairs.stream().map(pair -> Text.storable(pair.source())).toArray(String[]::new);
        String[] targets =
                pairs.stream().map(pair -> Text.storable(pair.target())).toArray(String[]::new);
        return database
                .ask(MergeStatisticsMapper.class, mapper -> mapper.courses(sources, targets, range, seconds))
                .stream()
                .collect(groupingBy(PointRow::pair, mapping(PointRow::toPoint, toList())));
    }

    /** Roll-ups know hours and pairs, but not which of their merges ended how and lost its time where. */
    private static boolean isRolled(MergeFilter filter, TimeRange range) {
        return filter.status() == null
                && filter.bottleneck() == null
                && Duration.between(range.from(), range.to()).compareTo(LONG) >= 0
                && Level.HOUR.floor(range.from()).equals(range.from())
                && Level.HOUR.floor(range.to()).equals(range.to());
    }

    private static boolean isLong(Duration step) {
        return step.compareTo(LONG_STEP) >= 0 && step.equals(Duration.ofHours(step.toHours()));
    }
}
