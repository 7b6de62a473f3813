package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Instant today = Level.DAY.floor(Clock.systemUTC().instant());
    private final Instant fiveDaysAgo = today.minus(Duration.ofDays(5));
    private final Instant ninetyDaysAgo = today.minus(Duration.ofDays(90));
    private final Map<String, String> settings = TestDatabase.freshSchema();
    private Storage storage;

    @BeforeEach
    void prepare() {
        settings.putAll(Map.of("raw-days", "100", "minute-days", "3", "hour-days", "20"));
        storage = TestDatabase.prepared(settings);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void dropOutdated_dropsTheMinutesOfADayThatIsOver() {
        record(fiveDaysAgo, today.minus(Duration.ofDays(3)));
        keepHouse();

        assertThat(ask("select string_agg(timings::text, ' ') from performance_rollup_minutes"))
                .isEqualTo("1");
        assertThat(ask("select sum(timings) from performance_rollup_hours")).isEqualTo("2");
    }

    @Test
    void dropOutdated_dropsTheHoursOfAMonthThatIsOver() {
        record(ninetyDaysAgo, fiveDaysAgo);
        keepHouse();

        assertThat(ask("select string_agg(timings::text, ' ') from performance_rollup_hours"))
                .isEqualTo("1");
        assertThat(ask("select sum(timings) from performance_rollup_days")).isEqualTo("2");
    }

    @Test
    void dropOutdated_dropsTimings() {
        record(ninetyDaysAgo, fiveDaysAgo);
        close();
        settings.put("raw-days", "30");
        storage = TestDatabase.storage(settings);

        storage.upkeep().dropOutdated();

        assertThat(ask("select count(*) from performance_metrics")).isEqualTo("1");
    }

    @Test
    void dropOutdated_leavesADayThatIsNotFolded() {
        record(fiveDaysAgo);

        storage.upkeep().dropOutdated();

        assertThat(ask("select sum(timings) from performance_rollup_minutes")).isEqualTo("1");
    }

    @Test
    void dropOutdated_waitsForNobodyWhoReadsForLong() throws Exception {
        record(fiveDaysAgo);
        storage.upkeep().fold();
        try (Connection reader = TestDatabase.connection(settings);
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from performance_rollup_minutes");

            storage.upkeep().dropOutdated();
            assertThat(ask("select count(*) from performance_rollup_minutes")).isEqualTo("1");

            reader.rollback();
            storage.upkeep().dropOutdated();
            assertThat(ask("select count(*) from performance_rollup_minutes")).isEqualTo("0");
        }
    }

    @Test
    void dropOutdated_leavesAPartitionAloneThatSomebodyElseHasAttached() {
        TestDatabase.execute(settings, """
                create table kept_by_hand partition of performance_metrics
                for values from ('2001-01-01') to ('2002-01-01')""");

        storage.upkeep().dropOutdated();

        assertThat(ask("select to_regclass('kept_by_hand')")).isEqualTo("kept_by_hand");
    }

    @Test
    void dropOutdated_forgetsWritersThatAreLongGone() {
        record(fiveDaysAgo);
        record(fiveDaysAgo);
        TestDatabase.execute(settings, """
                update timing_writers set last_seen_at = now() - interval '101 days'
                where writer = (select writer from timing_writers limit 1)""");

        storage.upkeep().dropOutdated();

        assertThat(ask("select count(*) from timing_writers")).isEqualTo("1");
    }

    @Test
    void merged_takesTheHoursThatStartInTheRangeWhereMinutesAreDropped() {
        record(fiveDaysAgo.plusSeconds(600));
        keepHouse();

        assertThat(countIn(fiveDaysAgo, fiveDaysAgo.plusSeconds(60))).isOne();
        assertThat(countIn(fiveDaysAgo.plusSeconds(60), fiveDaysAgo.plusSeconds(3_600)))
                .isZero();
    }

    @Test
    void merged_takesTheDaysThatStartInTheRangeWhereHoursAreDropped() {
        record(ninetyDaysAgo.plus(Duration.ofHours(5)));
        keepHouse();

        assertThat(countIn(ninetyDaysAgo, ninetyDaysAgo.plusSeconds(60))).isOne();
        assertThat(countIn(ninetyDaysAgo.plusSeconds(60), ninetyDaysAgo.plus(A_DAY)))
                .isZero();
    }

    @Test
    void byOperation_putsAnHourWithoutItsMinutesIntoTheStepInWhichItStarts() {
        record(fiveDaysAgo.plusSeconds(600));
        keepHouse();

        TimeRange day = new TimeRange(fiveDaysAgo, fiveDaysAgo.plus(A_DAY));
        assertThat(storage.rollups().byOperation(day, Duration.ofMinutes(5)).get("commit"))
                .containsOnlyKeys(fiveDaysAgo);
    }

    @Test
    void append_countsATimingOfADayWhoseMinutesAreDropped() {
        record(fiveDaysAgo.plusSeconds(600));
        keepHouse();

        record(fiveDaysAgo.plusSeconds(1_200));
        assertThat(countIn(fiveDaysAgo, fiveDaysAgo.plusSeconds(60))).isEqualTo(2);
        keepHouse();

        assertThat(countIn(fiveDaysAgo, fiveDaysAgo.plusSeconds(60))).isEqualTo(2);
        assertThat(ask("select sum(timings) from performance_rollup_days")).isEqualTo("2");
        assertThat(ask("select count(*) from performance_rollup_minutes")).isEqualTo("0");
    }

    @Test
    void append_countsATimingOfAMonthWhoseHoursAreDropped() {
        record(ninetyDaysAgo.plusSeconds(600));
        keepHouse();

        record(ninetyDaysAgo.plusSeconds(1_200));
        assertThat(storage.rollups().counts()).containsEntry("commit", 2L);
        keepHouse();

        assertThat(ask("select sum(timings) from performance_rollup_days")).isEqualTo("2");
        assertThat(ask("select count(*) from performance_rollup_hours")).isEqualTo("0");
    }

    private void keepHouse() {
        storage.upkeep().fold();
        storage.upkeep().dropOutdated();
    }

    private void record(Instant... starts) {
        storage.timings()
                .append(List.of(starts).stream()
                        .map(start -> timing("commit", 5, start))
                        .toList());
    }

    private long countIn(Instant from, Instant to) {
        return storage.rollups()
                .merged(Scope.of("commit"), new TimeRange(from, to))
                .count();
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }
}
