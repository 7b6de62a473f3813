package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two processes fold and drop while two others write: at every look, roll-ups count what there are of timings. */
class UpkeepAtWorkTest {
    private static final int LOOKS = 150;
    private static final int OLD_DAYS = 25;
    private static final int SECONDS_PER_DAY = 86_400;
    /** As every reader does first: what is dropped is gone for a statement that began before, too. */
    private static final String HOLD = """
            lock table only performance_rollup_minutes, only performance_rollup_hours in access share mode""";

    private static final String BOTH = """
            select concat_ws(' ',
              (select count(*) from performance_metrics),
              (select sum(timings) from performance_by_day),
              (select sum(timings) from performance_by_hour))""";

    private final Map<String, String> settings = TestDatabase.freshSchema();
    private final Instant now = Clock.systemUTC().instant();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void rollups_countTheTimingsAtEveryLook() throws Exception {
        settings.putAll(Map.of("minute-days", "2", "hour-days", "400"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Storage one = TestDatabase.prepared(settings);
                Storage other = TestDatabase.storage(settings)) {
            one.timings()
                    .append(IntStream.range(0, OLD_DAYS)
                            .mapToObj(day -> timing("commit", 5, now.minusSeconds((long) day * SECONDS_PER_DAY)))
                            .toList());
            List<Future<?>> works = List.of(
                    threads.submit(() -> write(one, 1)),
                    threads.submit(() -> write(other, 2)),
                    threads.submit(() -> keepHouse(one)),
                    threads.submit(() -> keepHouse(other)));
            for (int look = 0; look < LOOKS; look++) {
                assertThat(look()).as("look %d", look).matches("(\\d+) \\1 \\1|0");
            }
            done.set(true);
            for (Future<?> work : works) {
                work.get(60, TimeUnit.SECONDS);
            }
            assertThat(one.rollups()
                            .merged(
                                    Scope.of("commit"),
                                    TimeRange.endingAt(now.plusSeconds(SECONDS_PER_DAY), Duration.ofDays(30)))
                            .count())
                    .isEqualTo(Long.parseLong(TestDatabase.ask(settings, "select count(*) from performance_metrics")))
                    .isPositive();
            assertThat(
                            TestDatabase.ask(
                                    settings,
                                    "select count(*) from pg_inherits where inhparent = 'performance_rollup_minutes'::regclass"))
                    .isEqualTo("10");
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    private String look() throws SQLException {
        try (Connection connection = TestDatabase.connection(settings);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(HOLD);
            try (ResultSet rows = statement.executeQuery(BOTH)) {
                rows.next();
                return rows.getString(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private void write(Storage storage, long seed) {
        Random random = new Random(seed);
        while (!done.get()) {
            storage.timings()
                    .append(Stream.generate(() -> withinADay(random)).limit(20).toList());
        }
    }

    private Timing withinADay(Random random) {
        return timing("commit", 1 + random.nextInt(1_000), now.minusSeconds(random.nextInt(SECONDS_PER_DAY)));
    }

    private void keepHouse(Storage storage) {
        while (!done.get()) {
            storage.upkeep().fold();
            storage.upkeep().dropOutdated();
        }
    }
}
