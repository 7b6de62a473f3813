package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.RollupMapper.Count;
import io.tidemark.adapters.postgres.RollupMapper.Part;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.ibatis.session.ResultHandler;

/** Adds up the parts that writers have left. */
final class PostgresRollupReader implements RollupReader {
    private static final long SECONDS_PER_MINUTE = 60;

    private final Database database;

    PostgresRollupReader(Database database) {
        this.database = database;
    }

    @Override
    public Sketch merged(Scope scope, TimeRange range) {
        return database.transact(session -> {
            Sketch sum = new Sketch();
            session.getMapper(RollupMapper.class).ofScope(scope, range, each(part -> sum.merge(part.sketch())));
            return sum;
        });
    }

    @Override
    public SortedMap<String, SortedMap<Instant, Sketch>> byOperation(TimeRange range, Duration step) {
        long seconds = RollupReader.minutesOf(step) * SECONDS_PER_MINUTE;
        return database.transact(session -> {
            SortedMap<String, SortedMap<Instant, Sketch>> sums = new TreeMap<>();
            session.getMapper(RollupMapper.class)
                    .ofRange(
                            range,
                            each(part -> sums.computeIfAbsent(part.operation(), first -> new TreeMap<>())
                                    .computeIfAbsent(stepOf(part.minute(), seconds), first -> new Sketch())
                                    .merge(part.sketch())));
            return sums;
        });
    }

    @Override
    public Map<String, Long> counts() {
        return database.ask(RollupMapper.class, RollupMapper::counts).stream()
                .collect(Collectors.toMap(Count::operation, Count::timings));
    }

    private static Instant stepOf(Instant minute, long seconds) {
        return Instant.ofEpochSecond(Math.floorDiv(minute.getEpochSecond(), seconds) * seconds);
    }

    private static ResultHandler<Part> each(Consumer<Part> action) {
        return result -> action.accept(result.getResultObject());
    }
}
