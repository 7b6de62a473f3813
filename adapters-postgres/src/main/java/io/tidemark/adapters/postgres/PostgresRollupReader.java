package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.Reading.Kept;
import io.tidemark.adapters.postgres.RollupMapper.BusyBranch;
import io.tidemark.adapters.postgres.RollupMapper.Count;
import io.tidemark.adapters.postgres.RollupMapper.KeptFrom;
import io.tidemark.adapters.postgres.RollupMapper.Part;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Adds up the coarsest roll-ups that fit, and what is not folded into them yet. */
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
            Reading reading = Reading.of(range, Level.DAY, kept(session));
            read(session, reading, scope, part -> part.sketch().addTo(sum));
            return sum;
        });
    }

    @Override
    public SortedMap<String, SortedMap<Instant, Sketch>> byOperation(TimeRange range, Duration step) {
        long seconds = RollupReader.minutesOf(step) * SECONDS_PER_MINUTE;
        return database.transact(session -> {
            SortedMap<String, SortedMap<Instant, Sketch>> sums = new TreeMap<>();
            Kept kept = kept(session);
            read(
                    session,
                    Reading.of(range, Level.dividing(step), kept),
                    null,
                    part -> part.sketch()
                            .addTo(sums.computeIfAbsent(part.operation(), first -> new TreeMap<>())
                                    .computeIfAbsent(
                                            stepOf(kept.startOf(part.start()), seconds), first -> new Sketch())));
            return sums;
        });
    }

    @Override
    public SortedMap<Instant, Sketch> steps(Scope scope, TimeRange range, Duration step) {
        long seconds = RollupReader.minutesOf(step) * SECONDS_PER_MINUTE;
        return database.transact(session -> {
            SortedMap<Instant, Sketch> sums = new TreeMap<>();
            Kept kept = kept(session);
            read(
                    session,
                    Reading.of(range, Level.dividing(step), kept),
                    scope,
                    part -> part.sketch()
                            .addTo(sums.computeIfAbsent(
                                    stepOf(kept.startOf(part.start()), seconds), first -> new Sketch())));
            return sums;
        });
    }

    @Override
    public Courses courses(String operation, TimeRange range, Duration step, int most) {
        long seconds = RollupReader.minutesOf(step) * SECONDS_PER_MINUTE;
        Scope scope = Scope.of(operation);
        return database.transact(session -> {
            Kept kept = kept(session);
            List<BusyBranch> busiest =
                    session.getMapper(RollupMapper.class).busiest(Reading.of(range, Level.DAY, kept), scope, most);
            BranchSums sums = new BranchSums(busiest);
            read(
                    session,
                    Reading.of(range, Level.dividing(step), kept),
                    scope,
                    part -> sums.add(part, stepOf(kept.startOf(part.start()), seconds)));
            return sums.courses();
        });
    }

    @Override
    public Map<String, Long> counts() {
        return database.transact(session -> {
            RollupMapper mapper = session.getMapper(RollupMapper.class);
            mapper.holdKept();
            return mapper.counts().stream().collect(Collectors.toMap(Count::operation, Count::timings));
        });
    }

    static Kept kept(SqlSession session) {
        List<KeptFrom> known = session.getMapper(RollupMapper.class).holdKept();
        return new Kept(keptFrom(known, Level.MINUTE), keptFrom(known, Level.HOUR));
    }

    private static Instant keptFrom(List<KeptFrom> known, Level level) {
        return known.stream()
                .filter(kept -> kept.level() == level)
                .map(KeptFrom::from)
                .findFirst()
                .orElse(Instant.MIN);
    }

    private static void read(SqlSession session, Reading reading, @Nullable Scope scope, Consumer<Part> action) {
        session.getMapper(RollupMapper.class).read(reading, scope, result -> action.accept(result.getResultObject()));
    }

    private static Instant stepOf(Instant start, long seconds) {
        return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), seconds) * seconds);
    }
}
