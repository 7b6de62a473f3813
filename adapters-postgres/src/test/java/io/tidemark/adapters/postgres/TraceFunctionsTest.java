package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.SpanFixture.ended;
import static io.tidemark.application.port.SpanFixture.id;
import static io.tidemark.application.port.SpanFixture.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.TraceTree;
import io.tidemark.domain.trace.TraceTree.Node;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class TraceFunctionsTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();
    private Storage storage;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void start_opensARootThatRuns() {
        String span = start("'merge_branches', 'merge feature/x', p_attributes => '{\"a\": 1}'");

        assertThat(span).matches("[0-9a-f]{16}");
        assertThat(ask("""
                select concat_ws('|', span_id, parent_span_id, operation_type, span_name, user_name, status, attributes,
                  trace_id ~ '^[0-9a-f]{32}$', end_time, duration_microseconds)
                from operation_traces""")).isEqualTo(span + "|merge_branches|merge feature/x|postgres|RUNNING|{\"a\": 1}|t");
    }

    @Test
    void start_ofAChild_joinsTheTraceOfItsParent() {
        String root = start("'a', 'a'");
        String child = start("'b', 'b', '" + root + "'");
        start("'c', 'c', '" + child + "'");

        assertThat(
                        ask(
                                "select concat_ws('|', count(*), count(distinct trace_id), count(parent_span_id)) from operation_traces"))
                .isEqualTo("3|1|2");
    }

    @Test
    void start_withATrace_joinsIt() {
        String trace = id(7, 1).traceId();
        start("'a', 'a', p_trace_id => '" + trace + "'");
        start("'b', 'b', p_trace_id => '" + trace + "'");

        assertThat(storage.traceReader().spans(trace)).hasSize(2);
    }

    @Test
    void end_inTheTransactionOfTheStart_tellsTheTimeInBetween() {
        TestDatabase.execute(settings, """
                do $$
                declare
                  span text := start_performance_trace('slow', 'slow');
                begin
                  perform pg_sleep(0.02);
                  perform end_performance_trace(span);
                end
                $$""");

        assertThat(ask("select duration_microseconds >= 20000 from operation_traces where operation_type = 'slow'"))
                .isEqualTo("t");
    }

    @Test
    void end_returnsTheDurationThatIsStored() {
        String span = start("'a', 'a'");
        String duration = end("'" + span + "', 'FAILED', 'dead', '40P01', '{\"waits\": 2}', 4096, 7");

        assertThat(ask("""
                select concat_ws('|', status, error_message, error_code, error_details, memory_peak_bytes,
                  cpu_microseconds, duration_microseconds > 0, duration_microseconds)
                from operation_traces""")).isEqualTo("FAILED|dead|40P01|{\"waits\": 2}|4096|7|t|" + duration);
        assertThat(
                        ask(
                                "select bool_and(end_time = start_time + duration_microseconds * interval '1 microsecond') from operation_traces"))
                .isEqualTo("t");
    }

    @Test
    void end_ofAnUnknownSpan_isAnError() {
        assertRefused(
                "select end_performance_trace('00f067aa0ba902b7')",
                "p_span_id '00f067aa0ba902b7' must be the id of a span that runs",
                "start_performance_trace returns the id of the span that it opens.");
    }

    @Test
    void end_ofASpanThatHasEnded_isAnErrorThatChangesNothing() {
        String span = start("'a', 'a'");
        end("'" + span + "'");
        String before = ask("select operation_traces::text from operation_traces");

        assertRefused(
                "select end_performance_trace('" + span + "', 'FAILED')",
                "p_span_id '" + span + "' must be the id of a span that runs, and its status is SUCCESS",
                "start_performance_trace returns the id of the span that it opens.");
        assertThat(ask("select operation_traces::text from operation_traces")).isEqualTo(before);
    }

    @Test
    void end_byTwoAtOnce_isWonByOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20; i++) {
                String span = start("'a', 'a'");
                String sql = "select end_performance_trace('" + span + "')";
                Future<Throwable> one = threads.submit(() -> catchThrowable(() -> ask(sql)));
                Future<Throwable> other = threads.submit(() -> catchThrowable(() -> ask(sql)));

                List<Throwable> failures = new ArrayList<>();
                failures.add(one.get(30, TimeUnit.SECONDS));
                failures.add(other.get(30, TimeUnit.SECONDS));
                assertThat(failures)
                        .filteredOn(failure -> failure != null)
                        .singleElement()
                        .satisfies(failure -> assertThat(error(failure).getMessage())
                                .endsWith("must be the id of a span that runs, and its status is SUCCESS"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void end_ofAnIdThatRunsInTwoTraces_isAnError() {
        storage.traces().append(List.of(running(1, 1, 0, 0), running(2, 1, 0, 0)));

        assertRefused(
                "select end_performance_trace('0000000000000001')",
                "p_span_id '0000000000000001' must be the id of one span, and running spans of several traces have it",
                null);
        assertThat(ask("select count(*) from operation_traces where status = 'RUNNING'"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "start_performance_trace('', 'a'); p_operation_type '' must be text of 1 to 200 characters, not blank",
                "start_performance_trace(null, 'a'); p_operation_type null must be text of 1 to 200 characters, not blank",
                "start_performance_trace('a', E' \\t'); p_span_name '",
                "start_performance_trace('a', repeat('x', 201)); p_span_name 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (201 characters) must be",
                "start_performance_trace('a', 'a', p_user_name => ' '); p_user_name ' ' must be",
                "start_performance_trace('a', 'a', p_attributes => '[1]'); p_attributes '[1]' must be null or a JSON object of at most 16384 bytes",
                "start_performance_trace('a', 'a', p_attributes => jsonb_build_object('a', repeat('x', 16384))); p_attributes '{",
                "start_performance_trace('a', 'a', p_trace_id => 'ABC'); p_trace_id 'ABC' must be null or 32 digits",
                "start_performance_trace('a', 'a', p_trace_id => repeat('0', 32)); p_trace_id '00000000000000000000000000000000' must be",
                "start_performance_trace('a', 'a', 'nobody'); p_parent_span_id 'nobody' must be the id of a span",
                "end_performance_trace('x', 'RUNNING'); p_span_status 'RUNNING' must be SUCCESS or FAILED",
                "end_performance_trace('x', null); p_span_status null must be SUCCESS or FAILED",
                "end_performance_trace('x', 'success'); p_span_status 'success' must be SUCCESS or FAILED",
                "end_performance_trace('x', 'SUCCESS', 'oops'); p_span_status 'SUCCESS' must be FAILED when an error is given",
                "end_performance_trace('x', 'FAILED', repeat('e', 2001)); p_error_message 'eeee",
                "end_performance_trace('x', 'FAILED', p_error_code => ''); p_error_code '' must be",
                "end_performance_trace('x', 'FAILED', p_error_details => '3'); p_error_details '3' must be",
                "end_performance_trace('x', p_memory_peak_bytes => -1); p_memory_peak_bytes '-1' must be null, 0 or more",
                "end_performance_trace('x', p_cpu_microseconds => -1); p_cpu_microseconds '-1' must be null, 0 or more",
                "end_performance_trace(null); p_span_id null must be the id of a span that runs"
            })
    void badInput_isRefusedByItsName(String call, String message) {
        ServerErrorMessage error = error(catchThrowable(() -> ask("select " + call)));

        assertThat(error.getSQLState()).isEqualTo("22023");
        assertThat(error.getMessage()).startsWith(message);
        assertThat(ask("select count(*) from operation_traces")).isEqualTo("0");
    }

    @Test
    void start_underAParentOfAnotherTrace_isAnError() {
        String parent = start("'a', 'a'");
        String other = id(7, 1).traceId();

        assertRefused(
                "select start_performance_trace('b', 'b', '%s', '%s')".formatted(parent, other),
                "p_parent_span_id '%s' must be the id of a span of trace %s".formatted(parent, other),
                "start_performance_trace returns the id of the span that it opens.");
    }

    @Test
    void start_underAnIdOfTwoTraces_asksWhichIsMeant() {
        storage.traces().append(List.of(running(1, 1, 0, 0), running(2, 1, 0, 0)));

        assertRefused(
                "select start_performance_trace('b', 'b', '0000000000000001')",
                "p_parent_span_id '0000000000000001' must be the id of one span, and spans of several traces have it",
                "Say which trace is meant: p_trace_id.");
        assertThat(start("'b', 'b', '0000000000000001', '" + id(2, 1).traceId() + "'"))
                .hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; drop table operation_traces; --", "%s %% %", "🚢 überlange Straße", "שלום ‏مرحبا", "a\\b\"c"
            })
    void text_comesBackAsItWas(String text) {
        String literal = "'" + text.replace("'", "''") + "'";
        String span = start(literal + ", " + literal);
        end("'" + span + "', 'FAILED', " + literal + ", " + literal);

        assertThat(ask(
                        "select span_name from operation_traces where operation_type = span_name and error_message = error_code"
                                + " and error_code = span_name"))
                .isEqualTo(text);
        ServerErrorMessage error = error(catchThrowable(() -> start("'a', 'a', " + literal)));
        assertThat(error.getMessage()).startsWith("p_parent_span_id '" + text + "' must be");
    }

    @Test
    void span_removed_takesItsChildrenAlong() {
        storage.traces()
                .append(List.of(running(1, 1, 0, 0), running(1, 2, 1, 1), running(1, 3, 2, 2), running(1, 4, 1, 3)));
        TestDatabase.execute(settings, "delete from operation_traces where span_id = '0000000000000002'");

        assertThat(storage.traceReader().spans(id(1, 1).traceId()))
                .extracting(Span::id)
                .containsExactly(id(1, 1), id(1, 4));
    }

    @Test
    void tree_isTheOneThatJavaSees() {
        long seed = 20_260_302;
        Random random = new Random(seed);
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            int parent = i % 10 == 1 ? 0 : 1 + random.nextInt(i - 1);
            int from = random.nextInt(1_000);
            spans.add(
                    random.nextInt(10) == 0
                            ? running(1, i, parent, from)
                            : ended(1, i, parent, from, from + random.nextInt(500)));
        }
        storage.traces().append(spans);

        assertThat(treeInSql())
                .as("seed %d", seed)
                .isEqualTo(treeInJava(storage.traceReader().spans(id(1, 1).traceId())));
    }

    @Test
    void tree_endsWhereTheOneOfJavaEnds() {
        List<Span> chain = new ArrayList<>();
        for (int i = 1; i <= 150; i++) {
            chain.add(ended(1, i, i - 1, i, 1_000));
        }
        storage.traces().append(chain);

        assertThat(treeInSql()).isEqualTo(treeInJava(chain)).hasLineCount(101);
    }

    @Test
    void tree_ofAnUnknownTrace_isEmpty() {
        assertThat(ask("select count(*) from performance_trace_tree('nothing')"))
                .isEqualTo("0");
    }

    private String treeInSql() {
        return ask("""
                select string_agg(concat_ws('|', span_id, depth, array_to_string(path, '/'),
                  coalesce(own_microseconds::text, '-'), coalesce(share_of_root::text, '-')), E'\\n' order by ordinality)
                from performance_trace_tree('%s') with ordinality""".formatted(id(1, 1).traceId()));
    }

    private static String treeInJava(List<Span> spans) {
        return String.join(
                "\n",
                TraceTree.of(spans).nodes().stream()
                        .map(TraceFunctionsTest::line)
                        .toList());
    }

    private static String line(Node node) {
        return String.join(
                "|",
                node.span().id().spanId(),
                String.valueOf(node.depth()),
                String.join("/", node.path()),
                text(node.ownMicros()),
                text(node.shareOfRoot()));
    }

    private static String text(OptionalLong micros) {
        return micros.isEmpty() ? "-" : String.valueOf(micros.getAsLong());
    }

    /** As PostgreSQL writes it. */
    private static String text(OptionalDouble share) {
        if (share.isEmpty()) {
            return "-";
        }
        String text = String.valueOf(share.getAsDouble());
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void assertRefused(String sql, String message, String hint) {
        ServerErrorMessage error = error(catchThrowable(() -> ask(sql)));

        assertThat(error.getSQLState()).isEqualTo("22023");
        assertThat(error.getMessage()).isEqualTo(message);
        assertThat(error.getHint()).isEqualTo(hint);
    }

    private static ServerErrorMessage error(Throwable failure) {
        assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
        return ((PSQLException) failure.getCause()).getServerErrorMessage();
    }

    private String start(String arguments) {
        return ask("select start_performance_trace(" + arguments + ")");
    }

    private String end(String arguments) {
        return ask("select end_performance_trace(" + arguments + ")");
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }
}
