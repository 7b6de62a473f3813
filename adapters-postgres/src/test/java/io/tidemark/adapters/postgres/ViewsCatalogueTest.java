package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs rely on: the names of views and columns, in this order, and who may read them. */
class ViewsCatalogueTest {
    private static final Map<String, String> SETTINGS = TestDatabase.freshSchema();
    private static final String SCHEMA = SETTINGS.get("schema");
    private static SqlClient owner;

    @BeforeAll
    static void prepare() {
        TestDatabase.prepared(SETTINGS).close();
        owner = SqlClient.of(SETTINGS);
        for (String role : List.of("writer", "reader", "operator")) {
            owner.execute("create role %1$s_%2$s_login login in role %1$s_%2$s".formatted(SCHEMA, role));
        }
    }

    @AfterAll
    static void close() {
        owner.close();
    }

    @Test
    void columns_stayAsTheyAre() {
        assertThat(owner.askAll("""
                select relname || ': ' || string_agg(attname, ' ' order by attnum)
                from pg_class
                join pg_attribute on attrelid = pg_class.oid
                where relnamespace = current_schema()::regnamespace and relname ~ '^v_'
                group by pg_class.oid, relname
                order by pg_class.oid"""))
                .containsExactlyElementsOf(
                        SqlFile.read("view_columns.txt").lines().toList());
    }

    @Test
    void durations_areInMillisecondsAndRatesInPercent() {
        assertThat(owner.askAll("""
                select attname
                from pg_attribute
                where attrelid in (
                    select oid from pg_class where relnamespace = current_schema()::regnamespace and relname ~ '^v_'
                  )
                  and (attname ~ '_(ms|percent)$' and atttypid <> 'double precision'::regtype
                    or attname ~ '(microseconds|milliseconds|duration|rate|share)$')""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "operator"})
    void reader_andOperatorReadEachViewByItsFullName(String role) {
        try (SqlClient client = SqlClient.as("%s_%s_login".formatted(SCHEMA, role), SETTINGS)) {
            client.execute("set search_path = pg_catalog");
            for (String view : views()) {
                assertThat(client.askAll("select * from %s.%s".formatted(SCHEMA, view)))
                        .as(view)
                        .hasSizeLessThan(100);
            }
        }
    }

    @Test
    void reader_writesNoViewAndNothingThatIsAddedUpForThem() {
        try (SqlClient client = SqlClient.as(SCHEMA + "_reader_login", SETTINGS)) {
            for (String view : views()) {
                assertDenied(client, "delete from " + view);
            }
            for (String table : List.of("performance_operation_days", "performance_user_hours")) {
                assertDenied(client, "delete from " + table);
            }
            assertDenied(client, "select refresh_performance_totals('{}', '{}', '{}')");
        }
    }

    @Test
    void writer_readsNoView() {
        try (SqlClient client = SqlClient.as(SCHEMA + "_writer_login", SETTINGS)) {
            for (String view : views()) {
                assertDenied(client, "select * from " + view);
            }
        }
    }

    private static List<String> views() {
        return SqlFile.read("view_columns.txt")
                .lines()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    /** Not allowed, or not possible for anybody. */
    private static void assertDenied(SqlClient client, String statement) {
        assertThatExceptionOfType(SqlRefusal.class)
                .as(statement)
                .isThrownBy(() -> client.execute(statement))
                .satisfies(refusal -> assertThat(refusal.state()).isIn("42501", "55000"));
    }
}
