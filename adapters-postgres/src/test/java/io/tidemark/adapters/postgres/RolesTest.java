package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.domain.timing.Context;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With logins that have one role each, and nothing else. */
class RolesTest {
    private static final Map<String, String> SETTINGS = TestDatabase.freshSchema();
    private static final String SCHEMA = SETTINGS.get("schema");
    private static Storage storage;

    @BeforeAll
    static void prepare() {
        storage = TestDatabase.prepared(SETTINGS);
        storage.timings()
                .append(List.of(StorageFixture.timing(
                        "commit",
                        5_000,
                        StorageFixture.RECENTLY,
                        Context.of("ada").onBranch("main"))));
        for (String role : List.of("writer", "reader", "operator")) {
            TestDatabase.execute(
                    SETTINGS, "create role %1$s_%2$s_login login in role %1$s_%2$s".formatted(SCHEMA, role));
        }
        TestDatabase.execute(SETTINGS, "create role %s_nobody_login login".formatted(SCHEMA));
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select record_performance_metric('commit', 5, p_branch_id => (select id from performance_branches))",
                "insert into performance_branches (name) values ('side') on conflict do nothing",
                "do $$ declare s text := start_performance_trace('a', 'a'); begin"
                        + " s := start_performance_trace('b', 'b', s); perform end_performance_trace(s); end $$",
                "select record_merge_performance(id, id, p_total_microseconds => 5) from performance_branches",
                "select record_deployment('2.3.1'), record_deployment('2.3.1', p_deployed_at => now() - interval '1 day')"
            })
    void writer_records(String statement) {
        allowed("writer", statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from performance_metrics",
                "select * from performance_inbox",
                "select * from performance_timings",
                "delete from performance_inbox",
                "update performance_inbox set duration_microseconds = 1",
                "insert into performance_metrics (metric_id) values (1)",
                "select * from get_slowest_operations()",
                "select * from performance_alerts",
                "select * from performance_deployments",
                "insert into performance_audit (kind) values ('deployment')",
                "select calculate_performance_baseline('commit')",
                "select acknowledge_performance_alert(1, 'ada')",
                "select resolve_performance_alert(1, 'ada')",
                "select add_performance_day(current_date)",
                "create table mine (n integer)"
            })
    void writer_neitherReadsTimingsNorActs(String statement) {
        denied("writer", statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from performance_metrics",
                "select * from performance_timings",
                "select * from get_slowest_operations()",
                "select * from get_performance_trend('commit')",
                "select * from get_operation_statistics()",
                "select * from get_unacknowledged_alerts()",
                "select check_performance_baseline(metric_id) from performance_metrics",
                "select * from operation_traces",
                "select * from merge_performance_metrics",
                "select * from performance_deployments"
            })
    void reader_andOperatorRead(String statement) {
        allowed("reader", statement);
        allowed("operator", statement);
    }

    @Test
    void reader_readsTheDaysToCome() {
        TestDatabase.execute(SETTINGS, "select add_performance_day(current_date + 20)");

        allowed("reader", "select * from performance_metrics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select record_performance_metric('commit', 5)",
                "select record_deployment('2.3.1')",
                "insert into performance_inbox (metric_id) values (1)",
                "insert into performance_branches (name) values ('mine')",
                "update performance_alerts set state = 'open'",
                "delete from performance_metrics",
                "select calculate_performance_baseline('commit')",
                "select acknowledge_performance_alert(1, 'ada')",
                "select resolve_performance_alert(1, 'ada')",
                "select nextval('performance_metrics_metric_id_seq')",
                "select * from notification_outbox",
                "select * from flyway_schema_history"
            })
    void reader_writesNothing(String statement) {
        denied("reader", statement);
    }

    @Test
    void operator_acknowledgesAndCalculates() {
        long alert = storage.alerts()
                .change(
                        StorageFixture.slow("commit"),
                        StorageFixture.seen(
                                StorageFixture.sighting(StorageFixture.slow("commit"), StorageFixture.RECENTLY)))
                .id();
        TestDatabase.execute(SETTINGS, "select record_performance_metric('merge', 5) from generate_series(1, 10)");

        allowed("operator", "select acknowledge_performance_alert(%d, 'ada')".formatted(alert));
        allowed("operator", "select resolve_performance_alert(%d, 'ada')".formatted(alert));
        allowed("operator", "select calculate_performance_baseline('merge')");
        allowed(
                "operator",
                "select expire_performance_silence(silence_performance_alerts(array['user=anna'], interval '1 hour', 'known'))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select record_performance_metric('commit', 5)",
                "delete from performance_alerts",
                "update performance_alerts set severity = 'INFO'",
                "delete from performance_baselines",
                "update performance_baselines set p99_microseconds = 1"
            })
    void operator_changesNothingElse(String statement) {
        denied("operator", statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select record_performance_metric('commit', 5)", "select * from get_slowest_operations()"})
    void nobodyElse_getsIn(String statement) {
        denied("nobody", statement.replace("select * from ", "select * from " + SCHEMA + "."));
    }

    @Test
    void functions_areNotForEverybody() {
        assertThat(TestDatabase.ask(SETTINGS, """
                select string_agg(proname, ' ')
                from pg_proc
                where pronamespace = current_schema()::regnamespace
                  and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))""")).isNull();
    }

    @Test
    void functions_runAsWhoeverCallsWithAFixedSearchPath() {
        assertThat(TestDatabase.ask(SETTINGS, """
                select string_agg(proname, ' ')
                from pg_proc
                where pronamespace = current_schema()::regnamespace and prolang <> 14
                  and (prosecdef or proconfig is null or not proconfig[1] like 'search_path=%, pg_temp')""")).isNull();
    }

    @Test
    void functions_sayWhatTheyDo() {
        assertThat(TestDatabase.ask(SETTINGS, """
                select string_agg(proname, ' ')
                from pg_proc
                where pronamespace = current_schema()::regnamespace and obj_description(oid) is null""")).isNull();
    }

    @Test
    void preparing_withoutTheRightToMakeRoles_succeeds_andTheRolesMayFollow() {
        Map<String, String> settings = TestDatabase.freshSchema();
        String schema = settings.get("schema");
        TestDatabase.execute(
                SETTINGS,
                "create role %1$s_owner login; create schema %1$s authorization %1$s_owner".formatted(schema));
        settings.put("url", "jdbc:postgresql://localhost:%d/postgres".formatted(TestDatabase.port()));
        settings.put("user", schema + "_owner");
        try (Storage own = TestDatabase.storage(settings)) {
            assertThatCode(own::prepare).doesNotThrowAnyException();

            TestDatabase.execute(
                    SETTINGS,
                    "create role %1$s_writer; create role %1$s_late login in role %1$s_writer".formatted(schema));
            own.prepare();
        }
        try (SqlClient late = SqlClient.as(schema + "_late", settings)) {
            assertThat(late.number("select record_performance_metric('commit', 5)"))
                    .isPositive();
        }
    }

    private static void allowed(String role, String statement) {
        try (SqlClient client = SqlClient.as("%s_%s_login".formatted(SCHEMA, role), SETTINGS)) {
            assertThatCode(() -> client.execute(statement)).doesNotThrowAnyException();
        }
    }

    private static void denied(String role, String statement) {
        try (SqlClient client = SqlClient.as("%s_%s_login".formatted(SCHEMA, role), SETTINGS)) {
            assertThatExceptionOfType(SqlRefusal.class)
                    .isThrownBy(() -> client.execute(statement))
                    .satisfies(refusal -> assertThat(refusal.state()).isIn("42501", "42883", "3F000"));
        }
    }
}
