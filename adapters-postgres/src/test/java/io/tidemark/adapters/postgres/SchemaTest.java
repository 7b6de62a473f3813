package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void schema_mayBeNamedByAWordOfSql() {
        try (Storage storage = TestDatabase.prepared(TestDatabase.settings("order"))) {
            storage.timings().append(List.of(StorageFixture.timing("commit", 3_000, StorageFixture.RECENTLY)));

            assertThat(storage.rollups().counts()).containsEntry("commit", 1L);
        }
    }

    @Test
    void prepare_mayBeDoneByFourProcessesAtOnce() throws Exception {
        Map<String, String> settings = TestDatabase.freshSchema();
        int processes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        CountDownLatch ready = new CountDownLatch(processes);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                done.add(threads.submit(() -> {
                    try (Storage storage = TestDatabase.storage(settings)) {
                        ready.countDown();
                        ready.await();
                        storage.prepare();
                    }
                    return true;
                }));
            }
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(TestDatabase.ask(settings, "select bool_and(success) from flyway_schema_history"))
                .isEqualTo("t");
    }

    @Test
    void tableViewAndColumn_sayWhatTheyAre() {
        Map<String, String> settings = prepared();

        assertThat(TestDatabase.ask(settings, """
                select string_agg(relname || '.' || coalesce(attname, ''), ' ')
                from pg_class
                left join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
                where relnamespace = current_schema()::regnamespace
                  and relkind in ('r', 'p', 'v') and not relispartition and relname not like 'flyway%'
                  and (obj_description(pg_class.oid) is null or col_description(attrelid, attnum) is null)""")).isNull();
    }

    @Test
    void baselines_cannotBeActiveTwiceForAnOperationAsAWhole() {
        Map<String, String> settings = prepared();
        String activate = """
                insert into performance_baselines (
                  operation_type, lookback, samples, min_microseconds, max_microseconds, mean_microseconds,
                  deviation_microseconds, p50_microseconds, p75_microseconds, p90_microseconds, p95_microseconds,
                  p99_microseconds, alert_threshold_multiplier, reason, made_by, made_at
                ) values ('commit', '7 days', 10, 1, 9, 5, 1, 5, 6, 7, 8, 9, 2, 'MANUAL', 'ada', now())""";
        TestDatabase.execute(settings, activate);

        assertThatThrownBy(() -> TestDatabase.execute(settings, activate))
                .rootCause()
                .hasMessageContaining("performance_baselines_one_active");
    }

    @Test
    void timings_mustLastFromTheirStartToTheirEnd() {
        Map<String, String> settings = prepared();

        assertThatThrownBy(() -> TestDatabase.execute(settings, """
                insert into performance_metrics (
                  operation_type, duration_microseconds, start_time, end_time, user_name, period_start
                )
                values ('commit', 7, now(), now() + interval '8 microseconds', 'ada', (now() at time zone 'UTC')::date)"""))
                .rootCause()
                .hasMessageContaining("duration_is_end_minus_start");
    }

    @Test
    void timings_mustLieOnTheirDay() {
        Map<String, String> settings = prepared();

        assertThatThrownBy(() -> TestDatabase.execute(settings, """
                insert into performance_metrics (
                  operation_type, duration_microseconds, start_time, end_time, user_name, period_start
                )
                values (
                  'commit', 7, now() - interval '2 days', now() - interval '2 days' + interval '7 microseconds',
                  'ada', (now() at time zone 'UTC')::date
                )"""))
                .rootCause()
                .hasMessageContaining("start_lies_in_the_day");
    }

    @Test
    void prepare_saysWhatIsMissingForSeveralMachines() {
        Map<String, String> settings = TestDatabase.freshSchema();
        settings.put("distributed", "true");

        try (Storage storage = TestDatabase.storage(settings)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(storage::prepare)
                    .withMessageContaining("distributed is true, but the database has no extension citus")
                    .matches(failure -> !failure.isPassing());
        }
    }

    @Test
    void prepare_tellsSqlHowLongTimingsAreKept() {
        Map<String, String> settings = prepared();
        settings.put("raw-days", "90");
        TestDatabase.prepared(settings).close();

        assertThat(TestDatabase.ask(settings, """
                select record_performance_metric('commit', 5, p_start_time => now() - interval '89 days') > 0""")).isEqualTo("t");
        assertThat(TestDatabase.ask(settings, "select kept_timings_for()")).isEqualTo("90 days");
    }

    private static Map<String, String> prepared() {
        Map<String, String> settings = TestDatabase.freshSchema();
        TestDatabase.prepared(settings).close();
        return settings;
    }
}
