package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.Reading.Kept;
import io.tidemark.adapters.postgres.RollupMapper.Means;
import io.tidemark.application.port.RollupReader;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.series.Steps;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lets the server work out the means from the sums of roll-ups, and takes those of an operation in one row. */
final class PostgresSeriesReader implements SeriesReader {
    private final Database database;

    PostgresSeriesReader(Database database) {
        this.database = database;
    }

    @Override
    public SortedMap<String, Series> means(TimeRange range, Duration step) {
        RollupReader.minutesOf(step);
        Steps steps = Steps.touching(range, step);
        SortedMap<String, Series> series = new TreeMap<>();
        means(range, steps).forEach(means -> series.put(means.operation(), steps.series(means.into(steps.missing()))));
        return series;
    }

    private List<Means> means(TimeRange range, Steps steps) {
        return database.transact(session -> {
            Kept kept = PostgresRollupReader.kept(session);
            Level level = Level.dividing(steps.length());
            Instant from = later(range.from(), kept.from(level));
            if (!from.isBefore(range.to())) {
                return List.of();
            }
            Reading reading = Reading.of(new TimeRange(from, range.to()), level, kept);
            return session.getMapper(RollupMapper.class)
                    .means(reading, steps.start(), steps.length().toSeconds());
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
