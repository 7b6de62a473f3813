package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.StorageSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class ViewsMigrationTest {
    private static final String MIGRATIONS = "classpath:io/tidemark/adapters/postgres/migration";

    private final Map<String, String> settings = TestDatabase.freshSchema();
    private final Instant hour = Level.HOUR.floor(Clock.systemUTC().instant()).minus(Duration.ofHours(3));

    @Test
    void prepare_addsUpTheMergesThatWereThereBeforeRollups() {
        migrateTo("22");
        TestDatabase.execute(settings, """
                insert into performance_branches (id, name) values (7, 'main');
                insert into merge_performance_metrics (
                  source_branch_id, target_branch_id, lca_microseconds, conflict_detection_microseconds,
                  auto_resolution_microseconds, total_microseconds, start_time, end_time, conflicts_found, auto_resolved,
                  auto_failed, status, resolution, user_name)
                select
                  7, 7, 10, 20, 0, 100, ended - interval '100 microseconds', ended, 0, 0, 0, 'SUCCESS', 'NONE', 'ada'
                from unnest(array[now(), '%1$s', '%1$s'::timestamptz - interval '40 days']) as ended""".formatted(hour));

        TestDatabase.prepared(settings).close();

        try (SqlClient client = SqlClient.of(settings)) {
            assertThat(client.askAll(
                            "select level, sum(merges) from performance_merge_rollups group by level order by level"))
                    .containsExactly("day|2", "hour|2");
            assertThat(client.ask("select merges from v_performance_dashboard_summary"))
                    .isEqualTo("3");
            assertThat(client.askAll("select attempts, average_ms, p99_ms from v_merge_success_rate_analysis"))
                    .containsExactly("1|0.1|0.1", "1|0.1|0.1");
            assertThat(client.askAll(
                            "select merges, p99_ms, last_merge > now() - interval '1 hour' from v_merge_statistics"))
                    .containsExactly("2|0.1|t");
        }
    }

    @Test
    void prepare_addsUpWhatWasCountedBeforeThereWereViews() {
        migrateTo("22");
        TestDatabase.execute(settings, """
                set timezone = 'UTC';
                select add_performance_day('%1$s'::date), add_performance_month('%1$s'::date);
                insert into performance_branches (id, name) values (7, 'main');
                insert into performance_metrics (
                  operation_type, duration_microseconds, start_time, end_time, branch_id, user_name, period_start)
                select
                  'commit', micros, '%1$s'::timestamptz + interval '7 minutes',
                  '%1$s'::timestamptz + interval '7 minutes' + micros * interval '1 microsecond', 7, 'ada', '%1$s'::date
                from unnest(array[100, 200, 200]) as micros;
                insert into performance_rollup_minutes (
                  minute, branch_id, timings, sum_microseconds, min_microseconds, max_microseconds, sum_of_squares,
                  operation_type, sketch, buckets, counts, counted)
                values ('%1$s'::timestamptz + interval '7 minutes', 7, 3, 500, 100, 200, 90000, 'commit', '\\x01',
                  '{100, 200}', '{1, 2}', true);
                insert into performance_rollup_hours (
                  hour, branch_id, timings, sum_microseconds, min_microseconds, max_microseconds, sum_of_squares,
                  operation_type, sketch, buckets, counts, counted)
                values ('%1$s', 7, 3, 500, 100, 200, 90000, 'commit', '\\x01', '{100, 200}', '{1, 2}', true);
                insert into performance_rollup_days (
                  day, branch_id, timings, sum_microseconds, min_microseconds, max_microseconds, sum_of_squares,
                  operation_type, sketch, buckets, counts)
                values ('%1$s'::date, 7, 3, 500, 100, 200, 90000, 'commit', '\\x01', '{100, 200}', '{1, 2}')""".formatted(hour));

        TestDatabase.prepared(settings).close();

        try (SqlClient client = SqlClient.of(settings)) {
            client.execute("set timezone = 'UTC'");
            assertThat(client.askAll("select timings, timings_last_24h from v_performance_dashboard_summary"))
                    .containsExactly("3|3");
            assertThat(
                            client.askAll(
                                    "select operation_type, timings, p50_ms, max_ms, extract(minute from last_seen) from v_operation_performance_summary"))
                    .containsExactly("commit|3|0.2|0.2|7");
            assertThat(client.askAll("select branch, timings, p50_ms from v_branch_performance_summary"))
                    .containsExactly("main|3|0.2");
            assertThat(client.askAll("select operation_type, timings, p50_ms from v_performance_trend_hourly"))
                    .containsExactly("commit|3|0.2");
            assertThat(client.askAll("select duration_ms from v_slowest_operations_last_24h"))
                    .containsExactly("0.2", "0.2", "0.1");
            assertThat(client.askAll("select user_name, timings, slowest_ms from v_user_performance_activity"))
                    .containsExactly("ada|3|0.2");
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(new Server(PostgresSettings.of(new StorageSettings(settings)))
                        .connections(Duration.ofSeconds(30)))
                .schemas(settings.get("schema"))
                .locations(MIGRATIONS)
                .target(version)
                .load()
                .migrate();
    }
}
