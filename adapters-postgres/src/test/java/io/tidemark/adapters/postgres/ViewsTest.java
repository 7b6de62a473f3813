package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each view, row by row, against plain SQL over the rows themselves; as somebody sees it whose clock is not in UTC. */
class ViewsTest {
    private static final String READER = "begin; set local timezone = 'Asia/Kathmandu'";
    /** What a sketch may be off, and some for the interpolation between two of its values. */
    private static final double OF_A_SKETCH = 0.005;

    private static final double OF_ARITHMETIC = 1e-9;
    /** Percent of all timings: those that are as long as the threshold to within a bucket. */
    private static final double NEAR_A_THRESHOLD = 1;

    private static final Map<ViewScene, Connection> SCENES = new EnumMap<>(ViewScene.class);

    @AfterAll
    static void close() throws SQLException {
        for (Connection connection : SCENES.values()) {
            connection.close();
        }
        SCENES.clear();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("viewsInScenes")
    void view_showsWhatPlainSqlFinds(PlainView plain, ViewScene scene) throws SQLException {
        try (Statement statement = prepared(scene).createStatement()) {
            statement.execute(READER);
            List<List<String>> shown = new ArrayList<>();
            List<String> columns;
            try (ResultSet rows = statement.executeQuery("select * from " + plain.view())) {
                columns = columns(rows);
                fill(shown, rows);
            }
            List<List<String>> expected = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(plain.query())) {
                fill(expected, rows);
            }
            statement.execute("rollback");

            assertThat(shown).as(plain.view()).hasSameSizeAs(expected);
            SoftAssertions.assertSoftly(softly -> {
                for (int row = 0; row < shown.size(); row++) {
                    for (int column = 0; column < columns.size(); column++) {
                        String found = shown.get(row).get(column);
                        String wanted = expected.get(row).get(column);
                        softly.assertThat(isSame(columns.get(column), found, wanted))
                                .as("row %d, %s: %s is %s", row, columns.get(column), found, wanted)
                                .isTrue();
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ViewScene.class)
    void everyView_canBeRead(ViewScene scene) throws SQLException {
        try (Statement statement = prepared(scene).createStatement()) {
            for (String view : PlainView.views(statement)) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + view)) {
                    assertThat(rows.next()).as(view).isTrue();
                }
            }
        }
    }

    static Stream<Arguments> viewsInScenes() {
        return Stream.of(ViewScene.values())
                .flatMap(scene -> PlainView.all().stream().map(plain -> Arguments.of(plain, scene)));
    }

    private static synchronized Connection prepared(ViewScene scene) throws SQLException {
        Connection connection = SCENES.get(scene);
        if (connection == null) {
            Map<String, String> settings = TestDatabase.freshSchema();
            scene.prepare(settings);
            connection = TestDatabase.connection(settings);
            SCENES.put(scene, connection);
        }
        return connection;
    }

    private static boolean isSame(String column, String found, String wanted) {
        if (found.equals(wanted)) {
            return true;
        }
        if (!isNumber(found) || !isNumber(wanted)) {
            return false;
        }
        double expected = Double.parseDouble(wanted);
        double off = Math.abs(Double.parseDouble(found) - expected);
        return switch (column) {
            case "p50_ms",
                    "p95_ms",
                    "p99_ms",
                    "p99_resolution_ms",
                    "lca_p99_ms",
                    "conflict_detection_p99_ms",
                    "auto_resolution_p99_ms",
                    "total_p99_ms" -> off <= OF_A_SKETCH * expected;
            case "over_threshold_percent" -> off <= NEAR_A_THRESHOLD;
            default -> off <= OF_ARITHMETIC * Math.max(1, Math.abs(expected));
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            columns.add(rows.getMetaData().getColumnName(column));
        }
        return columns;
    }

    private static void fill(List<List<String>> lines, ResultSet rows) throws SQLException {
        while (rows.next()) {
            List<String> line = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                line.add(String.valueOf(rows.getString(column)));
            }
            lines.add(line);
        }
    }
}
