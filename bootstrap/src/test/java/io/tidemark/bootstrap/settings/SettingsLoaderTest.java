package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsLoaderTest {
    private static final SettingOverride PORT = new SettingOverride(List.of("http", "port"), "9000", "--port");

    @TempDir
    private Path folder;

    private SettingsFixture settings;

    @BeforeEach
    void start() {
        settings = new SettingsFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "http:\nroutes:\ndestinations:\n"})
    void fileWithoutValues_givesTheDefaults(String yaml) throws Exception {
        assertThat(settings.load(yaml).settings())
                .isEqualTo(SettingsFixture.defaults().settings());
    }

    @Test
    void file_winsOverTheDefaults() throws Exception {
        var baselines = settings.load("baselines:\n  lookback: 14d\n  multipliers: {commit: 2.5}\n")
                .settings()
                .baselines();

        assertThat(baselines.lookback()).isEqualTo(Duration.ofDays(14));
        assertThat(baselines.multiplierOf("commit")).isEqualTo(2.5);
        assertThat(baselines.multiplierOf("merge")).isEqualTo(2.0);
    }

    @Test
    void variable_isFilledIn() throws Exception {
        settings.with("DB_HOST", "db.example.org");

        var url = settings.load("database: {url: 'jdbc:postgresql://${DB_HOST}:${DB_PORT:-5432}/t'}")
                .settings()
                .database()
                .url()
                .reveal();

        assertThat(url).isEqualTo("jdbc:postgresql://db.example.org:5432/t");
    }

    @Test
    void variable_thatIsEmptyGivesWayToItsDefault() throws Exception {
        settings.with("HOST", "");

        assertThat(settings.load("http: {host: '${HOST:-localhost}'}")
                        .settings()
                        .http()
                        .host())
                .isEqualTo("localhost");
    }

    @Test
    void variable_withTwoDollarsIsLeftAlone() throws Exception {
        assertThat(settings.load("data: a$${b}c$d").settings().data()).isEqualTo(Path.of("a${b}c$d"));
    }

    @Test
    void variable_isNotFilledInTwice() throws Exception {
        settings.with("PLACE", "${OTHER}");

        assertThat(settings.load("data: ${PLACE}").settings().data()).isEqualTo(Path.of("${OTHER}"));
    }

    @Test
    void option_winsOverTheFile() throws Exception {
        assertThat(settings.load("http: {port: 8000}", PORT).settings().http().port())
                .isEqualTo(9000);
    }

    @Test
    void option_isTakenWhereTheFileHasNoSuchSection() throws Exception {
        assertThat(settings.load("http:\n", PORT).settings().http().port()).isEqualTo(9000);
    }

    @Test
    void words_ofYaml11StayWords() throws Exception {
        var database =
                settings.load("database: {user: no, schema: on}").settings().database();

        assertThat(database.user()).isEqualTo("no");
        assertThat(database.schema()).isEqualTo("on");
    }

    @Test
    void secret_isReadTrimmedFromItsFile() throws Exception {
        var file = privateFile("password", "  hunter2\n");

        var loaded = settings.load("database: {password-file: " + file + "}");

        assertThat(loaded.settings().database().password().reveal()).isEqualTo("hunter2");
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void secretFile_thatEverybodyCanReadGivesAWarning() throws Exception {
        var file = privateFile("password", "hunter2");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(settings.load("database:\n  password-file: " + file).warnings())
                .extracting(SettingsFixture::inShort)
                .containsExactly("2:18 the file that database.password-file names can be read by everybody:"
                        + " take that right away with chmod o-r");
    }

    @Test
    void destination_handsEveryKeyToItsChannelAndKnowsItsLine() throws Exception {
        var hook = privateFile("hook", "https://hooks.example.org/x\n");

        var team = settings.load("""
                destinations:
                  team:
                    channel: slack
                    webhook-url-file: %s
                    retries: 3
                """.formatted(hook)).settings().destinations().get("team");

        assertThat(team.channel()).isEqualTo("slack");
        assertThat(team.config())
                .containsOnly(entry("webhook-url", "https://hooks.example.org/x"), entry("retries", "3"));
        assertThat(team.placeOf("webhook-url").line()).isEqualTo(4);
        assertThat(team.placeOf("retries").line()).isEqualTo(5);
        assertThat(team.placeOf("missing").line()).isEqualTo(2);
    }

    @Test
    void destinations_keepTheOrderOfTheFile() throws Exception {
        var loaded = settings.load("destinations: {z: {channel: a}, b: {channel: a}, m: {channel: a}}");

        assertThat(loaded.settings().destinations().keySet()).containsExactly("z", "b", "m");
    }

    @Test
    void route_takesASeverityInAnyCase() throws Exception {
        var routes = settings.load("""
                destinations: {team: {channel: log}}
                routes:
                  - {severity: warning, destinations: [team]}
                """).settings().routes();

        assertThat(routes.given()).isTrue();
        assertThat(routes.routes())
                .containsExactly(new Route(
                        "route 1",
                        Route.atLeast(Severity.WARNING),
                        List.of(new Destination("team", "log")),
                        false,
                        null));
    }

    @Test
    void secrets_appearInNoText() throws Exception {
        var loaded = settings.load("""
                database: {password: hunter2}
                destinations: {team: {channel: slack, webhook-url: hunter2}}
                """);

        assertThat(loaded + loaded.toYaml() + loaded.settings().destinations()).doesNotContain("hunter2");
    }

    private Path privateFile(String name, String content) throws Exception {
        var file = settings.file(name, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    @Test
    void databaseUrl_mayCarryAPasswordThatIsNeverPrinted() throws Exception {
        var loaded = settings.load("database: {url: 'jdbc:postgresql://db/name?user=anna&password=hunter2&ssl=true'}");

        assertThat(loaded.settings().database().url().reveal()).contains("password=hunter2");
        assertThat(loaded.toYaml() + loaded + loaded.settings().database())
                .contains("password=***&ssl=true")
                .doesNotContain("hunter2");
    }
}
