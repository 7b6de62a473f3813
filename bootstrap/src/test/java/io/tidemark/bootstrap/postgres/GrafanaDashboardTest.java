package io.tidemark.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.baseline.CountingTimings;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.domain.baseline.BaselinePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard as it is shipped, over the sample data, asked by a login that may only read. */
class GrafanaDashboardTest {
    private static final Path DASHBOARD = Path.of("src/main/distribution/grafana/dashboards/tidemark.json");
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^()]*)\\)");
    private static final Pattern VIEW = Pattern.compile("\\bv_[a-z0-9_]+");
    private static final Set<String> EMPTY_IN_THE_SAMPLE = Set.of(
            "Critical, and nobody has them in hand",
            "Latest alerts",
            "Notifications",
            "By destination",
            "Recalculations a day");

    @TempDir
    private static Path parent;

    private static Path folder;
    private static EmbeddedPostgres server;
    private static Connection reader;

    @BeforeAll
    static void start() throws IOException, SQLException {
        folder = ServerFixture.folderIn(parent);
        server = ServerFixture.start(folder);
        try (Storage storage = Storages.create(
                "postgres",
                new StorageSettings(Map.of(
                        "url", server.jdbcUrl(),
                        "user", server.user(),
                        "password", server.password().reveal())),
                Clock.systemUTC())) {
            storage.prepare();
            Baselines baselines = new Baselines(
                    new CountingTimings(storage.rollups(), storage.incidents(), storage.exclusions()),
                    storage.timingReader(),
                    storage.baselines(),
                    operation -> BaselinePolicy.DEFAULT,
                    Clock.systemUTC());
            new SampleLoader(storage, baselines, Clock.systemUTC()).load(false);
        }
        reader = DriverManager.getConnection(
                server.jdbcUrl(), server.user(), server.password().reveal());
        try (Statement statement = reader.createStatement()) {
            statement.execute("set role tidemark_reader");
        }
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        reader.close();
        server.close();
        ServerFixture.leave(folder);
    }

    /** A panel that asks something. */
    record Panel(String title, String query) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void panel_showsTheSample(Panel panel) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(panel.query())) {
            assertThat(rows.next()).as(panel.query()).isEqualTo(!EMPTY_IN_THE_SAMPLE.contains(panel.title()));
        }
    }

    @Test
    void dashboard_asksEachView() throws IOException, SQLException {
        Set<String> asked = new TreeSet<>();
        panels().forEach(panel -> VIEW.matcher(panel.query()).results().forEach(view -> asked.add(view.group())));

        try (Statement statement = reader.createStatement();
                ResultSet views = statement.executeQuery("""
                        select array_agg(relname::text order by relname)
                        from pg_class
                        where relnamespace = 'tidemark'::regnamespace and relkind = 'v' and relname ~ '^v_'""")) {
            views.next();
            assertThat(asked).containsExactly((String[]) views.getArray(1).getArray());
        }
    }

    @Test
    void panels_haveNumbersOfTheirOwn() throws IOException {
        assertThat(dashboard()
                        .get("panels")
                        .valueStream()
                        .map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void rows_areThoseOfTheConsole() throws IOException {
        assertThat(dashboard()
                        .get("panels")
                        .valueStream()
                        .filter(panel -> panel.get("type").asString().equals("row"))
                        .map(panel -> panel.get("title").asString()))
                .containsExactly("Overview", "Operations", "Merges", "Alerts", "Delivery", "Baselines");
    }

    static List<Panel> panels() throws IOException {
        return dashboard()
                .get("panels")
                .valueStream()
                .filter(panel -> panel.has("targets"))
                .map(panel -> new Panel(
                        panel.get("title").asString(),
                        withoutMacros(panel.get("targets").get(0).get("rawSql").asString())))
                .toList();
    }

    private static String withoutMacros(String query) {
        return TIME_FILTER
                .matcher(query.replace("${schema}", "tidemark"))
                .replaceAll("$1 between now() - interval '24 hours' and now()");
    }

    private static JsonNode dashboard() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    }
}
