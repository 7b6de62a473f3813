package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of merges and what is not yet are each merge exactly once. */
class MergeFoldTest {
    /** How many merges there are, how many the roll-ups have, by days and without them, and how many their sketches have. */
    private static final String COUNTS = """
            select concat_ws(' ',
              (select count(*) from merge_performance_metrics),
              (select sum(merges) from performance_merge_parts('-infinity', 'infinity', true)),
              (select sum(merges) from performance_merge_parts('-infinity', 'infinity', false)),
              (
                select sum(times)
                from performance_merge_sketch_parts('{TOTAL}', '-infinity', 'infinity', true), unnest(counts) as times
              ))""";

    private final Instant twoDaysAgo =
            Level.DAY.floor(Clock.systemUTC().instant()).minus(Duration.ofDays(2));
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
    void fold_countsEachMergeInItsHourAndItsDay() {
        record(twoDaysAgo, twoDaysAgo.plusSeconds(3_599), twoDaysAgo.plusSeconds(3_600));
        storage.upkeep().fold();

        assertThat(ask("""
                select string_agg(level || ' ' || merges, ', ' order by level, start_time)
                from performance_merge_rollups""")).isEqualTo("day 3, hour 2, hour 1");
        assertThat(ask("select count(*) from merge_performance_metrics where not counted"))
                .isEqualTo("0");
    }

    @Test
    void fold_leavesTheHourUnderWay() {
        record(Clock.systemUTC().instant().plusSeconds(60));
        storage.upkeep().fold();

        assertThat(ask("select count(*) from performance_merge_rollups")).isEqualTo("0");
        assertThat(ask(COUNTS)).isEqualTo("1 1 1 1");
    }

    @Test
    void fold_addsWhatComesLate() {
        record(twoDaysAgo, twoDaysAgo);
        storage.upkeep().fold();
        record(twoDaysAgo);
        assertThat(ask(COUNTS)).isEqualTo("3 3 3 3");
        storage.upkeep().fold();

        assertThat(ask(COUNTS)).isEqualTo("3 3 3 3");
        assertThat(ask("select string_agg(merges::text, ' ') from performance_merge_rollups"))
                .isEqualTo("3 3");
        assertThat(ask("select merges from performance_merge_hours")).isEqualTo("3");
    }

    @Test
    void fold_countsMoreThanOneTransactionTakes() {
        TestDatabase.execute(settings, """
                insert into performance_branches (id, name) values (1, 'main');
                insert into merge_performance_metrics (
                  source_branch_id, target_branch_id, lca_microseconds, conflict_detection_microseconds,
                  auto_resolution_microseconds, total_microseconds, start_time, end_time, conflicts_found, auto_resolved,
                  auto_failed, status, resolution, user_name)
                select 1, 1, 0, 0, 0, 100, ended - interval '100 microseconds', ended, 0, 0, 0, 'SUCCESS', 'NONE', 'ada'
                from generate_series(1, 10001) as number
                cross join lateral (select now() - number * interval '1 minute' - interval '2 hours') as its (ended)""");

        storage.upkeep().fold();

        assertThat(ask("select count(*) from merge_performance_metrics where counted"))
                .isEqualTo("10001");
        assertThat(ask(COUNTS)).isEqualTo("10001 10001 10001 10001");
    }

    @Test
    void fold_changesNothingWhenItsConnectionIsCutInTheMiddle() {
        record(twoDaysAgo, twoDaysAgo);
        TestDatabase.execute(settings, """
                create function cut_off() returns trigger language plpgsql as $$
                begin
                  perform pg_terminate_backend(pg_backend_pid());
                  return new;
                end
                $$;
                create trigger cut_off after update on merge_performance_metrics
                for each statement execute function cut_off()""");

        StorageException failure = catchThrowableOfType(StorageException.class, storage.upkeep()::fold);

        assertThat(failure.isPassing()).isTrue();
        assertThat(ask("select count(*) from performance_merge_rollups")).isEqualTo("0");
        assertThat(ask(COUNTS)).isEqualTo("2 2 2 2");
        TestDatabase.execute(settings, "drop trigger cut_off on merge_performance_metrics");
        storage.upkeep().fold();
        assertThat(ask(COUNTS)).isEqualTo("2 2 2 2");
    }

    @Test
    void fold_isNeverSeenHalfDone_whoeverRecordsAndFolds() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        record(twoDaysAgo);
        List<Callable<Boolean>> work = List.of(
                () -> {
                    for (int i = 0; i < 40; i++) {
                        record(twoDaysAgo.plusSeconds(600L * i));
                    }
                    return true;
                },
                () -> {
                    for (int i = 0; i < 40; i++) {
                        TestDatabase.execute(settings, """
                                select record_merge_performance(
                                  min(id), max(id), p_lca_microseconds => 7, p_end_time => '%s')
                                from performance_branches""".formatted(twoDaysAgo.plusSeconds(700L * i)));
                    }
                    return true;
                });
        List<Callable<Boolean>> meanwhile = List.of(() -> foldUntil(done), () -> foldUntil(done), () -> {
            do {
                seen.add(ask(COUNTS));
            } while (!done.get());
            return true;
        });

        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<Boolean>> others =
                    meanwhile.stream().map(threads::submit).toList();
            for (Future<Boolean> recorded : threads.invokeAll(work)) {
                recorded.get();
            }
            done.set(true);
            for (Future<Boolean> other : others) {
                other.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(counts -> assertThat(counts.split(" ", -1)).containsOnly(counts.split(" ", 2)[0]));
        storage.upkeep().fold();
        assertThat(ask(COUNTS)).isEqualTo("81 81 81 81");
        assertThat(ask("select count(*) from merge_performance_metrics where not counted"))
                .isEqualTo("0");
    }

    @Test
    void dropOutdated_leavesWhatMergesAddedUpTo() {
        record(twoDaysAgo.minus(Duration.ofDays(60)), twoDaysAgo);
        close();
        settings.put("raw-days", "30");
        storage = TestDatabase.storage(settings);
        storage.upkeep().dropOutdated();
        assertThat(ask("select count(*) from merge_performance_metrics"))
                .as("one is not counted yet")
                .isEqualTo("2");

        storage.upkeep().fold();
        storage.upkeep().dropOutdated();

        assertThat(ask(COUNTS)).as("days are kept for ever, hours are not").isEqualTo("1 2 1 2");
        assertThat(ask("select merges from v_performance_dashboard_summary")).isEqualTo("2");
    }

    @Test
    void whoRecords_doesNotSayWhatIsCounted() {
        String role = settings.get("schema") + "_writer";
        TestDatabase.execute(settings, "create role %1$s_login login in role %1$s".formatted(role));
        try (SqlClient writer = SqlClient.as(role + "_login", settings)) {
            assertThat(writer.number(
                            "select has_column_privilege('merge_performance_metrics', 'counted', 'insert')::int"))
                    .isZero();
            assertThat(writer.number(
                            "select has_column_privilege('merge_performance_metrics', 'status', 'insert')::int"))
                    .isOne();
        }
    }

    private boolean foldUntil(AtomicBoolean done) {
        do {
            storage.upkeep().fold();
        } while (!done.get());
        return true;
    }

    private void record(Instant... completions) {
        storage.merges()
                .append(List.of(completions).stream().map(MergeFoldTest::merge).toList());
    }

    private static Merge merge(Instant completion) {
        return new Merge(
                new Branches("feature/x", "main", null),
                new Phases(10, 20, 0, 100),
                Conflicts.NONE,
                new Verdict(MergeStatus.SUCCESS, Resolution.NONE, null),
                completion,
                new MergedBy("ada", null));
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }
}
