package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRecordingTest {
    private static final Map<String, String> SETTINGS = TestDatabase.freshSchema();
    private final SqlClient client = SqlClient.of(SETTINGS);

    @BeforeAll
    static void prepare() {
        TestDatabase.prepared(SETTINGS).close();
    }

    @AfterEach
    void empty() {
        client.close();
        TestDatabase.execute(SETTINGS, "truncate performance_inbox");
    }

    @Test
    void record_keepsWhatItIsTold() {
        long branch = client.number("insert into performance_branches (name) values ('main') returning id");
        long id = client.number("""
                select record_performance_metric(
                  p_operation_type => 'commit', p_duration_microseconds => 1999, p_user_name => 'ada',
                  p_operation_name => 'commit 4711', p_branch_id => %d, p_session_id => 's-1', p_rows_affected => 1,
                  p_memory_bytes => 2, p_cpu_microseconds => 3, p_operation_metadata => '{"a": [1, "é"]}',
                  p_error_details => '{}')""".formatted(branch));

        assertThat(client.askAll("""
                select metric_id, operation_type, duration_microseconds, user_name, operation_name, branch_id, session_id,
                  rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details
                from performance_timings"""))
                .containsExactly(
                        "%d|commit|1999|ada|commit 4711|%d|s-1|1|2|3|{\"a\": [1, \"é\"]}|{}".formatted(id, branch));
    }

    @Test
    void record_withoutTimesEndsNow() {
        client.execute("begin");
        client.execute("select pg_sleep(0.01)");
        client.execute("select record_performance_metric('commit', 5000, 'ada')");

        assertThat(client.ask("""
                select end_time > now() and end_time <= clock_timestamp()
                  and start_time = end_time - interval '5 milliseconds'
                from performance_timings""")).isEqualTo("t");
    }

    @Test
    void record_isByWhoeverCallsUnlessToldOtherwise() {
        client.execute("select record_performance_metric('commit', 5)");

        assertThat(client.ask("select user_name from performance_timings")).isEqualTo("postgres");
    }

    @Test
    void record_takesALateTimingToItsOwnDay() {
        client.execute("set timezone = 'Pacific/Auckland'");
        client.execute("""
                select record_performance_metric('commit', 2000000, 'ada',
                  p_start_time => date_trunc('day', now(), 'UTC') - interval '2 days 1 second')""");

        assertThat(client.ask("""
                select period_start = (now() at time zone 'UTC')::date - 3
                  and (end_time at time zone 'UTC')::date = period_start + 1
                from performance_timings""")).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource({"10800000000", "9960000000", "31622400000000", "1"})
    void record_takesAnyDurationUpToAYearAndADay(String micros) {
        client.execute(
                "select record_performance_metric('commit', %s, 'ada', p_start_time => now())".formatted(micros));

        assertThat(client.ask("select duration_microseconds from performance_timings"))
                .isEqualTo(micros);
    }

    @Test
    void record_takesTimesThatAgreeWithTheDuration() {
        client.execute("""
                select record_performance_metric('commit', 1000001, 'ada',
                  p_start_time => now() - interval '1 hour', p_end_time => now() - interval '1 hour' + interval '1.000001 s')""");

        assertThat(client.ask("select end_time - start_time from performance_timings"))
                .isEqualTo("00:00:01.000001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null, 5; p_operation_type",
                "'  ', 5; p_operation_type",
                "repeat('x', 201), 5; p_operation_type",
                "'commit', null; p_duration_microseconds",
                "'commit', 0; p_duration_microseconds '0' must be from 1 to 31622400000000",
                "'commit', -7; p_duration_microseconds '-7'",
                "'commit', 31622400000001; p_duration_microseconds",
                "'commit', 5, null; p_user_name",
                "'commit', 5, ''; p_user_name",
                "'commit', 5, p_operation_name => ' '; p_operation_name",
                "'commit', 5, p_session_id => ' '; p_session_id",
                "'commit', 5, p_branch_id => 4711; p_branch_id '4711'",
                "'commit', 5, p_rows_affected => -1; p_rows_affected '-1'",
                "'commit', 5, p_memory_bytes => -1; p_memory_bytes '-1'",
                "'commit', 5, p_cpu_microseconds => -1; p_cpu_microseconds '-1'",
                "'commit', 5, p_operation_metadata => '[1]'; p_operation_metadata",
                "'commit', 5, p_operation_metadata => 'null'; p_operation_metadata",
                "'commit', 5, p_operation_metadata => jsonb_build_object('a', repeat('x', 20480)); p_operation_metadata",
                "'commit', 5, p_error_details => '3'; p_error_details",
                "'commit', 5, p_start_time => now() - interval '31 days'; p_start_time",
                "'commit', 5, p_start_time => '-infinity'; p_start_time",
                "'commit', 5, p_end_time => 'infinity'; p_end_time",
                "'commit', 5, p_end_time => now() + interval '2 days'; p_end_time",
                "'commit', 5, p_start_time => now(), p_end_time => now(); p_end_time",
                "'commit', 5, p_start_time => now(), p_end_time => now() - interval '5 microseconds'; p_end_time"
            })
    void record_refusesWhatBreaksARuleAndNamesIt(String arguments, String message) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("select record_performance_metric(%s)".formatted(arguments)))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("22023"));
        assertThat(client.ask("select count(*) from performance_timings")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"\\u0000\"}", "{\"a\": ", "{\"a\": \"\\ud800\"}"})
    void record_storesNothingWhenTheMetadataIsNoJsonb(String metadata) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() ->
                        client.execute("select record_performance_metric('commit', 5, p_operation_metadata => '%s')"
                                .formatted(metadata)));
        assertThat(client.ask("select count(*) from performance_timings")).isEqualTo("0");
    }

    @Test
    void record_takesMetadataOfSixteenKibibytes() {
        client.execute("""
                select record_performance_metric('commit', 5,
                  p_operation_metadata => jsonb_build_object('a', repeat('x', 16384 - length('{"a": ""}'))))""");

        assertThat(client.ask("select octet_length(operation_metadata::text) from performance_timings"))
                .isEqualTo("16384");
    }

    @Test
    void record_isUndoneWithItsSavepoint() {
        client.execute("begin; select record_performance_metric('commit', 5); savepoint here");
        client.execute("select record_performance_metric('commit', 6); rollback to here; commit");

        assertThat(client.askAll("select duration_microseconds from performance_timings"))
                .containsExactly("5");
    }
}
