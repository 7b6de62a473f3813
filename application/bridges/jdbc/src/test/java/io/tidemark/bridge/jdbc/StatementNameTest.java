package io.tidemark.bridge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementNameTest {
    /** Parts of statements that hold values, each of which says so. */
    private static final List<String> VALUES = List.of(
            "'secret'",
            "'it''s secret'",
            "E'it\\'s from secret '",
            "e'\\\\'",
            "'C:\\'",
            "U&'\\0441 secret'",
            "B'0101'",
            "$$ from secret $$",
            "$tag$ from secret $$ 'secret $tag$",
            "$é1$ from secret $é1$",
            "4711",
            "47.11e5",
            "0x4711",
            "4_711",
            "$1",
            "?",
            "-- from secret ' \n",
            "-- from secret \" \r",
            "/* from secret 4711 */",
            "/* /* from secret */ from secret ' */");

    private static final List<String> WORDS = List.of(
            "select",
            "insert",
            "into",
            "update",
            "delete",
            "from",
            "with",
            "as",
            "(",
            ")",
            ",",
            ";",
            ".",
            "*",
            "values",
            "distinct",
            "only",
            "call",
            "{",
            "}",
            "=",
            "::",
            "orders",
            "app.orders",
            "\"Order Items\"",
            "merge",
            "lateral",
            "recursive",
            "where",
            "e",
            "u&");

    private static final List<String> UNFINISHED =
            List.of("", "'secret", "E'secret\\", "$$ secret", "$tag$ secret $$", "/* secret", "\"secret", "-- secret");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select * from orders where id = 4711 | select orders",
                "SELECT o.id FROM App.Orders o join items i on i.id = o.id | select app.orders",
                "select \"from\", 'from secret' from \"Order Items\" | select Order Items",
                "select extract(year from day), count(*) from orders | select orders",
                "select a is distinct from b from orders | select orders",
                "select (select 1 from secrets) from orders | select orders",
                "select * from (select * from orders where id = 1) o | select orders",
                "select * from ((orders join items using (id))) | select orders",
                "(select 1) union (select 2 from orders) | select",
                "select * from only orders | select orders",
                "select * from generate_series(1, 10) | select generate_series",
                "select 1 | select",
                "select nextval('orders_seq') | select",
                "select * from 4711 | select",
                "insert into orders values (4711, 'secret') | insert orders",
                "insert into \"app\".\"orders\" (id) select 1 from items | insert app.orders",
                "update orders set note = 'secret' | update orders",
                "update only orders set note = 'secret' | update orders",
                "delete from orders using items | delete orders",
                "merge into orders o using items i on i.id = o.id when matched then delete | merge orders",
                "truncate table only orders | truncate orders",
                "truncate orders, items | truncate orders",
                "call settle(4711) | call settle",
                "{call settle(?)} | call settle",
                "{ ? = call app.settle(?) } | call app.settle",
                "with recent as (select * from orders) select * from recent where id = 1 | select recent",
                "with recursive t(n) as materialized (values (1)), u as (select 2) insert into orders select n from t "
                        + "| insert orders",
                "create table orders_4711 (id int) | create",
                "commit | commit",
                "explain analyze select * from orders | explain",
                "hello world 4711 | sql",
                "4711 | sql",
                "'select' | sql",
                "/* a comment /* in a comment */ */ select * from orders | select orders",
            })
    void statement_isNamedByVerbAndTable(String sql, String name) {
        assertThat(StatementName.of(sql)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "(", "-- nothing", "/*", "'", "\"", "$", "\0"})
    void textWithoutAStatement_isUnknown(String text) {
        assertThat(StatementName.of(text)).isEqualTo("sql");
    }

    @Test
    void stringThatServersReadInTwoWays_endsTheReading() {
        assertThat(StatementName.of("select 'it\\' from secret, ' from orders")).isEqualTo("select");
    }

    @Test
    void lineComment_endsWithTheLine_howeverThatIsWritten() {
        assertThat(StatementName.of("select 1 -- it's\n from orders")).isEqualTo("select orders");
        assertThat(StatementName.of("select 1 -- it's\r from orders")).isEqualTo("select orders");
    }

    @Test
    void tableWhoseNameIsTooLongOrUnprintable_isLeftOut() {
        assertThat(StatementName.of("select * from " + "x".repeat(1_000))).isEqualTo("select");
        assertThat(StatementName.of("select * from \"a\nb\"")).isEqualTo("select");
        assertThat(StatementName.of("select * from \" \"")).isEqualTo("select");
    }

    @Test
    void tableFarBehind_isNotLookedFor() {
        String megabytes = "1, ".repeat(1_000_000);

        assertThat(StatementName.of("insert into orders values (" + megabytes + "1)"))
                .isEqualTo("insert orders");
        assertThat(StatementName.of("select " + megabytes + "1 from orders")).isEqualTo("select");
    }

    @Test
    void wordThatTheReadingCutsOff_isNoTable() {
        String justBefore = "select " + " ".repeat(9_983) + "from orders";

        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> StatementName.of(justBefore.replaceFirst(" {" + i + "}from", "from") + " o")))
                .containsOnly("select", "select orders");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void values_neverGetIntoTheName_whereverTheyStand(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String sql = hostileSql(random);
            assertThat(StatementName.of(sql))
                    .as("seed %d: %s", seed, sql)
                    .doesNotContain("secret")
                    .doesNotContainPattern("[0-9]");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void values_doNotHideTheTable(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String list = IntStream.range(0, random.nextInt(5) + 1)
                    .mapToObj(n -> unambiguous(random) + "\n")
                    .collect(Collectors.joining(", "));
            String sql = "select " + list + " from orders where x in (" + list + ")";
            assertThat(StatementName.of(sql)).as("seed %d: %s", seed, sql).isEqualTo("select orders");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyText_hasANameThatOperationsMayHave(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(60), 0, 0x180)
                    .mapToObj(c -> random.nextInt(3) == 0 ? any(random, WORDS) : Character.toString(c))
                    .collect(Collectors.joining());
            assertThat(StatementName.of(text))
                    .as("seed %d: %s", seed, text)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(200);
        }
    }

    private static String hostileSql(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(30))
                        .mapToObj(n -> any(random, random.nextBoolean() ? VALUES : WORDS))
                        .collect(Collectors.joining(
                                " ", any(random, List.of("select ", "with x as (", "insert ", "")), " "))
                + any(random, UNFINISHED);
    }

    private static String unambiguous(SplittableRandom random) {
        String value = any(random, VALUES);
        return value.equals("'C:\\'") || value.startsWith("U&") ? "0" : value;
    }

    private static String any(SplittableRandom random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }
}
