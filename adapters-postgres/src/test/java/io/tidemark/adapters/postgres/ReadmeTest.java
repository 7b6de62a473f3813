package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/io/tidemark/adapters/postgres/ReadmeExamples.java");

    @ParameterizedTest
    @ValueSource(strings = {"inMemory", "inPostgres", "traces", "merges"})
    void readme_showsTheExampleThatRunsHere(String example) throws IOException {
        List<String> shown = block(Files.readString(Path.of("../README.md")), "<!-- example: " + example, "```");

        assertThat(shown).isNotEmpty().isEqualTo(block(Files.readString(SOURCE), "void " + example, "    }"));
    }

    @Test
    void inMemory_runs() {
        assertThatCode(ReadmeExamples::inMemory).doesNotThrowAnyException();
    }

    @Test
    void inPostgres_keepsTheTiming() {
        Map<String, String> database = TestDatabase.settings("tidemark");

        ReadmeExamples.inPostgres(database.get("url"), database.get("user"), database.get("password"));

        assertThat(TestDatabase.ask(database, "select duration_microseconds from performance_metrics"))
                .isEqualTo("3000");
    }

    @Test
    void traces_andMerges_areKept() {
        Map<String, String> database = TestDatabase.freshSchema();
        Tidemark tidemark = Tidemark.open(TidemarkSettings.defaults().withStorage("postgres", database));
        try (tidemark) {
            ReadmeExamples.traces(tidemark);
            ReadmeExamples.merges(tidemark);
        }

        assertThat(TestDatabase.ask(
                        database,
                        "select string_agg(span_name, ', ' order by parent_span_id nulls first)"
                                + " from operation_traces where status = 'SUCCESS'"))
                .isEqualTo("release 7, diff main");
        assertThat(TestDatabase.ask(
                        database,
                        "select concat_ws(' ', status, resolution, merge_base) from merge_performance_metrics"))
                .isEqualTo("SUCCESS AUTO a1b2c3");
        assertThat(TestDatabase.ask(
                        database,
                        "select count(*) from performance_metrics join operation_traces"
                                + " using (trace_id, span_id, operation_type, end_time)"))
                .isEqualTo("2");
    }

    @Test
    void fromSql_recordsAndReports() throws IOException {
        Map<String, String> database = TestDatabase.freshSchema();
        TestDatabase.prepared(database).close();
        String shown =
                String.join("\n", block(Files.readString(Path.of("../README.md")), "<!-- example: fromSql", "```"));

        TestDatabase.execute(database, shown.replace("tidemark.", database.get("schema") + "."));

        assertThat(TestDatabase.ask(database, "select rows_affected from performance_timings"))
                .isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.google.inject.Guice", "io.javalin.Javalin", "jakarta.servlet.Servlet"})
    void embedder_needsNoContainerAndNoWebServer(String type) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
    }

    /** The lines between the one after the start and the first that is the end, without their indentation. */
    private static List<String> block(String text, String start, String end) {
        return text.substring(text.indexOf(start))
                .lines()
                .skip(1)
                .dropWhile(line -> line.startsWith("```"))
                .takeWhile(line -> !line.equals(end))
                .map(String::strip)
                .toList();
    }
}
