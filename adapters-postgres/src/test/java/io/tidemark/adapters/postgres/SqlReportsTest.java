package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.domain.timing.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReportsTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();
    private Storage storage;
    private SqlClient client;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
        client = SqlClient.of(settings);
    }

    @AfterEach
    void close() {
        client.close();
        storage.close();
    }

    @Test
    void statistics_keepTheFractionsOfMilliseconds() {
        client.execute("select record_performance_metric('commit', 1999)");

        assertThat(client.askAll("select * from get_operation_statistics('commit')"))
                .containsExactly("commit|1|1.999|1.999|1.999|0|1.999|1.999|1.999|1.999|1.999");
    }

    @Test
    void statistics_areThoseOfAllTimingsOfEachOperation() {
        append("commit", LongStream.rangeClosed(1, 100).toArray());
        append("merge", 7_000);
        client.execute("select record_performance_metric('commit', 101)");
        client.execute("select record_performance_metric('ancient', 1, p_start_time => now() - interval '8 days')");

        assertThat(client.askAll("select * from get_operation_statistics()"))
                .containsExactly(
                        "commit|101|0.001|0.101|0.051|"
                                + client.ask(
                                        "select stddev_pop(n)::double precision / 1000 from generate_series(1, 101) as n")
                                + "|0.051|0.076|0.091|0.096|0.1",
                        "merge|1|7|7|7|0|7|7|7|7|7");
    }

    @Test
    void statistics_areNotDoubledByTwoBaselines() {
        append("commit", LongStream.rangeClosed(1, 20).toArray());
        client.execute("insert into performance_branches (name) values ('main')");
        client.execute("select calculate_performance_baseline('commit')");
        client.execute("update performance_metrics set branch_id = (select id from performance_branches)");
        client.execute("select calculate_performance_baseline('commit', (select id from performance_branches))");

        assertThat(client.ask("select samples from get_operation_statistics('commit')"))
                .isEqualTo("20");
    }

    @Test
    void trend_hasARowForEachDayWithTimings() {
        client.execute("""
                select record_performance_metric('commit', 1999, p_start_time => date_trunc('day', now(), 'UTC') - days)
                from unnest(array['0 days', '1 microsecond', '1 microsecond', '6 days', '6 days 1 microsecond']::interval[])
                  as days""");
        client.execute("select record_performance_metric('merge', 5)");

        assertThat(client.askAll("""
                select (now() at time zone 'UTC')::date - day, samples, average_ms, p50_ms, p99_ms
                from get_performance_trend('commit', 7)"""))
                .containsExactly("6|1|1.999|1.999|1.999", "1|2|1.999|1.999|1.999", "0|1|1.999|1.999|1.999");
    }

    @Test
    void slowest_areTheSlowestWithTheirContext() {
        append("commit", 1_500, 3_000, 2_000);
        storage.timings()
                .append(List.of(StorageFixture.timing(
                        "merge",
                        9_999,
                        StorageFixture.RECENTLY,
                        Context.of("ada").onBranch("main").named("merge x"))));
        client.execute("select record_performance_metric('commit', 2500, p_operation_metadata => '{\"a\": 1}')");
        client.execute(
                "select record_performance_metric('commit', 99999, p_start_time => now() - interval '25 hours')");

        assertThat(client.askAll("""
                select operation_type, operation_name, duration_ms, branch, user_name, operation_metadata
                from get_slowest_operations(3)"""))
                .containsExactly(
                        "merge|merge x|9.999|main|ada|null",
                        "commit|null|3|null|ada|null",
                        "commit|null|2.5|null|postgres|{\"a\": 1}");
        assertThat(client.askAll(
                        "select duration_ms from get_slowest_operations(p_hours => 26, p_operation_type => 'commit')"))
                .containsExactly("99.999", "3", "2.5", "2", "1.5");
        assertThat(
                        client.askAll(
                                "select duration_ms from get_slowest_operations(p_branch_id => (select id from performance_branches))"))
                .containsExactly("9.999");
    }

    @ParameterizedTest
    @CsvSource({
        "get_slowest_operations(-1), p_limit '-1' must be from 1 to 10000",
        "get_slowest_operations(0), p_limit '0'",
        "get_slowest_operations(null), p_limit null",
        "'get_slowest_operations(1, 0)', p_hours '0'",
        "'get_performance_trend(''commit'', 0)', p_days '0'",
        "'get_performance_trend(null)', p_operation_type null",
        "'get_operation_statistics(null, -7)', p_days '-7'",
        "'get_unacknowledged_alerts(0)', p_days '0'"
    })
    void report_refusesWhatBreaksARuleAndNamesIt(String call, String message) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("select * from " + call))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("22023"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get_slowest_operations(10, 1)",
                "get_operation_statistics(null, 1)",
                "get_performance_trend('commit', 1)"
            })
    void report_readsNoOtherDays(String call) {
        IntStream.range(0, 10)
                .forEach(day -> storage.timings()
                        .append(List.of(StorageFixture.timing(
                                "commit", 5, StorageFixture.RECENTLY.minus(Duration.ofDays(day))))));

        // From the sixth time on PostgreSQL may plan without knowing the values.
        for (int i = 0; i < 8; i++) {
            client.execute("begin");
            client.execute("select * from " + call);
            assertThat(client.askAll("""
                    select relname
                    from pg_stat_xact_user_tables
                    where relname ~ '^performance_metrics_' and schemaname = current_schema()
                      and coalesce(seq_scan, 0) + coalesce(idx_scan, 0) > 0
                      and to_date(right(relname, 8), 'YYYYMMDD') < (now() at time zone 'UTC')::date - 1""")).isEmpty();
            client.execute("commit");
        }
    }

    private void append(String operation, long... micros) {
        Instant start = StorageFixture.RECENTLY;
        storage.timings()
                .append(LongStream.of(micros)
                        .mapToObj(each -> StorageFixture.timing(operation, each, start))
                        .toList());
    }
}
