package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldTest {
    private final Instant today = Level.DAY.floor(Clock.systemUTC().instant());
    private final Instant twoDaysAgo = today.minus(Duration.ofDays(2));
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Map<String, String> settings = TestDatabase.freshSchema();
    private Storage storage;

    @BeforeEach
    void prepare() {
        settings.put("raw-days", "100");
        storage = TestDatabase.prepared(settings);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void fold_leavesOneRowForEachMinuteThatIsOver() {
        record(twoDaysAgo, twoDaysAgo, twoDaysAgo.plus(A_MINUTE));
        record(twoDaysAgo);
        storage.upkeep().fold();
        record(twoDaysAgo);
        storage.upkeep().fold();

        assertThat(
                        ask(
                                "select string_agg(timings || ' ' || counted, ', ' order by minute) from performance_rollup_minutes"))
                .isEqualTo("4 true, 1 true");
    }

    @Test
    void fold_leavesOneRowForEachHourAndDayThatIsOver() {
        record(twoDaysAgo, twoDaysAgo.plus(Duration.ofMinutes(59)), twoDaysAgo.plus(Duration.ofHours(23)));
        storage.upkeep().fold();
        record(twoDaysAgo);
        storage.upkeep().fold();

        assertThat(
                        ask(
                                "select string_agg(timings || ' ' || counted, ', ' order by hour) from performance_rollup_hours"))
                .isEqualTo("3 true, 1 true");
        assertThat(ask("select string_agg(timings || ' on ' || day, ', ') from performance_rollup_days"))
                .isEqualTo("4 on " + twoDaysAgo.toString().substring(0, 10));
    }

    @Test
    void fold_keepsBranchesApart() {
        Context ada = Context.of("ada");
        storage.timings()
                .append(List.of(
                        timing("commit", 10, twoDaysAgo, ada),
                        timing("commit", 20, twoDaysAgo, ada.onBranch("main")),
                        timing("commit", 30, twoDaysAgo, ada.onBranch("dev"))));
        storage.upkeep().fold();
        storage.timings().append(List.of(timing("commit", 40, twoDaysAgo, ada.onBranch("dev"))));
        storage.upkeep().fold();

        assertThat(ask("select string_agg(timings::text, ' ' order by timings) from performance_rollup_days"))
                .isEqualTo("1 1 2");
        assertThat(merged(new Scope("commit", "dev"), twoDaysAgo, today).count())
                .isEqualTo(2);
    }

    @Test
    void fold_mergesThePartsOfAMinuteThatIsNotOver() {
        Instant ahead = Clock.systemUTC().instant().plus(Duration.ofHours(3));
        record(ahead);
        record(ahead);

        storage.upkeep().fold();

        assertThat(ask("select string_agg(timings || ' ' || counted, ', ') from performance_rollup_minutes"))
                .isEqualTo("2 false");
        assertThat(ask("select count(*) from performance_rollup_hours")).isEqualTo("0");
    }

    @Test
    void fold_countsMoreThanOneTransactionTakes() {
        for (int batch = 0; batch < 3; batch++) {
            storage.timings()
                    .append(IntStream.range(0, 8_000)
                            .mapToObj(i -> timing("operation " + i % 40, 5, twoDaysAgo.plusSeconds(60L * (i / 40))))
                            .toList());
        }

        storage.upkeep().fold();

        assertThat(ask("select count(*) || ' ' || sum(timings) from performance_rollup_minutes where counted"))
                .isEqualTo("8000 24000");
        assertThat(ask("select count(*) || ' ' || sum(timings) from performance_rollup_days"))
                .isEqualTo("40 24000");
    }

    @Test
    void fold_doesNothingWhileAnotherProcessFolds() throws Exception {
        record(twoDaysAgo);
        try (var other = TestDatabase.connection(settings)) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' fold', 0))");

            storage.upkeep().fold();

            assertThat(ask("select counted from performance_rollup_minutes")).isEqualTo("f");
        }
    }

    @Test
    void fold_countsIntoANewMonthWhenNobodyReadsHours() throws Exception {
        record(today.minus(Duration.ofDays(32)));
        try (Connection reader = TestDatabase.connection(settings);
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table only performance_rollup_hours in access share mode");

            storage.upkeep().fold();
            assertThat(ask("select sum(timings) from performance_rollup_minutes where not counted"))
                    .isEqualTo("1");

            reader.rollback();
            storage.upkeep().fold();
            assertThat(ask("select sum(timings) from performance_rollup_days")).isEqualTo("1");
        }
    }

    @Test
    void fold_changesNothingWhenItsConnectionIsCutInTheMiddle() throws Exception {
        record(twoDaysAgo);
        record(twoDaysAgo);
        TestDatabase.execute(settings, """
                create function cut_off() returns trigger language plpgsql as $$
                begin
                  perform pg_terminate_backend(pg_backend_pid());
                  return new;
                end
                $$""");
        TestDatabase.execute(settings, """
                create trigger cut_off after insert on performance_rollup_hours
                for each statement execute function cut_off()""");

        StorageException failure = catchThrowableOfType(StorageException.class, storage.upkeep()::fold);

        assertThat(failure.isPassing()).isTrue();
        assertThat(ask("select count(*) || ' ' || sum(timings) from performance_rollup_minutes where not counted"))
                .isEqualTo("2 2");
        TestDatabase.execute(settings, "drop trigger cut_off on performance_rollup_hours");
        storage.upkeep().fold();
        assertThat(ask("select sum(timings) from performance_rollup_days")).isEqualTo("2");
    }

    private void record(Instant... starts) {
        storage.timings()
                .append(List.of(starts).stream()
                        .map(start -> timing("commit", 5, start))
                        .toList());
    }

    private Sketch merged(Scope scope, Instant from, Instant to) {
        return storage.rollups().merged(scope, new TimeRange(from, to));
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }
}
