package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class MergeFunctionTest {
    private static final String NOTES_DOWN_WHAT_IT_IS_TOLD = """
            create table told (operation text, micros bigint, user_name text, name text, branch bigint, session text,
              start_time timestamptz, end_time timestamptz);
            create or replace function record_performance_metric(
              p_operation_type text, p_duration_microseconds bigint, p_user_name text default current_user,
              p_operation_name text default null, p_branch_id bigint default null, p_session_id text default null,
              p_rows_affected bigint default null, p_memory_bytes bigint default null,
              p_cpu_microseconds bigint default null, p_operation_metadata jsonb default null,
              p_error_details jsonb default null, p_start_time timestamptz default null,
              p_end_time timestamptz default null
            ) returns bigint language sql as $$
              insert into told values (p_operation_type, p_duration_microseconds, p_user_name, p_operation_name,
                p_branch_id, p_session_id, p_start_time, p_end_time)
              returning micros
            $$""";

    private static final SpanId SPAN = new SpanId("5b8efff798038103d269b633813fc60c", "eee19b7ec3c1b174");
    private static final Instant END = StorageFixture.RECENTLY.plusNanos(123_456_000);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Map<String, String> settings = TestDatabase.freshSchema();
    private Storage storage;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
        TestDatabase.execute(
                settings, "insert into performance_branches (id, name) values (1, 'feature/x'), (2, 'main')");
        TestDatabase.execute(settings, NOTES_DOWN_WHAT_IT_IS_TOLD);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void record_keepsAllThatItIsTold() {
        record("""
                1, 2, 'a1b2c3', 10, 30, 20, 100, 5, 3, 1, 'PARTIAL_SUCCESS', 'MANUAL', '{"files": [1]}', 'ada', 's-1',
                p_end_time => '%s'""".formatted(END));

        assertThat(storage.mergeReader().latest(10))
                .containsExactly(new Merge(
                        new Branches("feature/x", "main", "a1b2c3"),
                        new Phases(10, 30, 20, 100),
                        new Conflicts(5, 3, 1),
                        new Verdict(MergeStatus.PARTIAL_SUCCESS, Resolution.MANUAL, new JsonObject("{\"files\":[1]}")),
                        END,
                        new MergedBy("ada", "s-1")));
    }

    @Test
    void record_keepsTheSpanOfWhichItIsAPart() {
        record("1, 2, p_total_microseconds => 5, p_trace_id => '%s', p_span_id => '%s'"
                .formatted(SPAN.traceId(), SPAN.spanId()));

        assertThat(storage.mergeReader().latest(1).get(0).by().span()).isEqualTo(SPAN);
    }

    @Test
    void record_yieldsTheTimingsThatTheMergeYields() {
        record("1, 2, null, 10, 30, 20, 100, p_user_name => 'ada', p_session_id => 's-1', p_end_time => '" + END + "'");

        assertTimings();
    }

    @Test
    void record_ofPhasesSideBySide_yieldsTheTimingsThatTheMergeYields() {
        record("1, 2, null, 80, 0, 70, 100, p_user_name => 'ada', p_end_time => '" + END + "'");

        assertTimings();
    }

    @Test
    void record_withoutATotal_takesTheSumOfThePhases() {
        record("1, 2, null, 10, 30, 20");

        assertThat(ask("select total_microseconds from merge_performance_metrics"))
                .isEqualTo("60");
    }

    @Test
    void record_withBothTimes_takesTheTimeBetweenThem() {
        record("1, 2, p_start_time => '%s', p_end_time => '%s'".formatted(END.minusMillis(7), END));

        assertThat(ask("select total_microseconds from merge_performance_metrics"))
                .isEqualTo("7000");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, SUCCESS, NONE",
        "2, 2, SUCCESS, AUTO",
        "2, 1, SUCCESS, MANUAL",
        "2, 1, FAILED, REJECTED",
        "2, 0, ABANDONED, REJECTED",
        "0, 0, ABANDONED, NONE"
    })
    void resolution_followsFromTheConflictsAndTheStatus(int found, int resolved, String status, String resolution) {
        record("1, 2, null, 10, p_conflicts_found => %d, p_auto_resolved => %d, p_status => '%s'"
                .formatted(found, resolved, status));

        assertThat(ask("select resolution from merge_performance_metrics")).isEqualTo(resolution);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1, 2, null, 10, p_trace_id => 'x'; p_trace_id 'x' must be null or 32 digits of 0-9 and a-f, not all 0",
                "1, 2, null, 10, p_span_id => 'eee19b7ec3c1b174'; p_span_id 'eee19b7ec3c1b174' must be 16 digits of 0-9 and a-f, not all 0, with a p_trace_id",
                "1, 2, null, 10, p_trace_id => '5b8efff798038103d269b633813fc60c'; p_span_id null must be 16 digits",
                "7, 2, null, 10; p_source_branch_id '7' must be the id of a branch in performance_branches",
                "1, null, null, 10; p_target_branch_id null must be the id of a branch in performance_branches",
                "1, 2, ' ', 10; p_merge_base ' ' must be text of 1 to 200 characters, not blank",
                "1, 2; p_total_microseconds '0' must be from 1 to 31622400000000 (366 days)",
                "1, 2, null, 0, 0, 0, 31622400000001; p_total_microseconds '31622400000001' must be from 1",
                "1, 2, null, 11, 0, 0, 10; p_lca_microseconds '11' must be from 0 to the total of 10",
                "1, 2, null, 0, 11, 0, 10; p_conflict_detection_microseconds '11' must be from 0 to the total of 10",
                "1, 2, null, 0, 0, -1, 10; p_auto_resolution_microseconds '-1' must be from 0 to the total of 10",
                "1, 2, null, null; p_lca_microseconds null must be from 0",
                "1, 2, null, 1, p_conflicts_found => -1; p_conflicts_found '-1' must be 0 or more",
                "1, 2, null, 1, p_auto_resolved => 1; p_auto_resolved '1' must be from 0 to the 0 conflicts found",
                "1, 2, null, 1, p_conflicts_found => 3, p_auto_resolved => 2, p_auto_failed => 2; p_auto_failed '2' must be from 0 to the 1 conflicts found that were not resolved",
                "1, 2, null, 1, p_status => 'DONE'; p_status 'DONE' must be SUCCESS, PARTIAL_SUCCESS, FAILED or ABANDONED",
                "1, 2, null, 1, p_resolution => 'AUTO'; p_resolution 'AUTO' must be NONE or REJECTED, as there were no conflicts",
                "1, 2, null, 1, p_conflicts_found => 1, p_resolution => 'NONE'; p_resolution 'NONE' must be AUTO, MANUAL or REJECTED",
                "1, 2, null, 1, p_outcome => '7'; p_outcome '7' must be null or a JSON object",
                "1, 2, null, 1, p_user_name => ''; p_user_name '' must be",
                "1, 2, null, 1, p_session_id => ''; p_session_id '' must be",
                "1, 2, null, 1, p_start_time => '2026-01-01', p_end_time => '2026-01-02', p_total_microseconds => 5; p_end_time '2026-01-02"
            })
    void badInput_isRefusedByItsName(String arguments, String message) {
        Throwable failure = catchThrowable(() -> record(arguments));
        ServerErrorMessage error = ((PSQLException) failure.getCause()).getServerErrorMessage();

        assertThat(error.getSQLState()).isEqualTo("22023");
        assertThat(error.getMessage()).startsWith(message);
        assertThat(ask("select count(*) from merge_performance_metrics")).isEqualTo("0");
    }

    /** What SQL records is what Java would record. */
    private void assertTimings() {
        String recorded = ask("""
                select string_agg(concat_ws('|', operation, micros, told.name, user_name, branches.name,
                  coalesce(session, '-'), to_char(start_time at time zone 'UTC', 'HH24:MI:SS.US'),
                  to_char(end_time at time zone 'UTC', 'HH24:MI:SS.US')), E'\\n' order by operation)
                from told join performance_branches as branches on branches.id = branch""");

        assertThat(recorded)
                .isEqualTo(storage.mergeReader().latest(1).get(0).timings().stream()
                        .sorted(Comparator.comparing(Timing::operation))
                        .map(MergeFunctionTest::line)
                        .collect(Collectors.joining("\n")));
    }

    private static String line(Timing timing) {
        Context context = timing.context();
        return String.join(
                "|",
                timing.operation(),
                String.valueOf(timing.durationMicros()),
                context.name(),
                context.user(),
                context.branch(),
                context.session() == null ? "-" : context.session(),
                TIME.format(timing.start()),
                TIME.format(timing.end()));
    }

    private void record(String arguments) {
        ask("select record_merge_performance(" + arguments + ")");
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }
}
