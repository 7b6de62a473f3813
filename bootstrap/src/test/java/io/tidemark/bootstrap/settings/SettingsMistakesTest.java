package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsMistakesTest {
    @TempDir
    private Path folder;

    private SettingsFixture settings;

    @BeforeEach
    void start() {
        settings = new SettingsFixture(folder);
    }

    @Test
    void load_reportsEveryMistakeAtOnceWithItsLineAndColumn() throws Exception {
        var resource = SettingsMistakesTest.class.getResource("many-mistakes.yaml");
        var file = Path.of(resource.toURI());

        var problems = catchThrowableOfType(
                        SettingsException.class, () -> new SettingsLoader(Map.of()).load(file, List.of()))
                .problems();

        assertThat(problems)
                .extracting(problem -> problem.place().line() + ":"
                        + problem.place().column() + " " + problem.message().split(" ", 2)[0])
                .containsExactly(
                        "3:8 database.url",
                        "4:11 database.schema",
                        "5:14 database.pool-size",
                        "6:3 unknown",
                        "8:18 database",
                        "8:18 the",
                        "9:1 unknown",
                        "12:9 http.port",
                        "13:9 the",
                        "14:3 \"port\"",
                        "15:12 recording",
                        "17:13 baselines.lookback",
                        "18:15 baselines.multiplier",
                        "20:13 baselines.multipliers.commit",
                        "21:1 unknown",
                        "23:12 plugins.folders",
                        "25:3 destinations.team",
                        "27:17 destinations.team.webhook-url",
                        "31:15 routes[1].severity",
                        "32:20 routes[1].destinations",
                        "33:5 routes[2]",
                        "35:19 delivery.allow-loopback",
                        "36:10 delivery.lease");
        assertThat(problems).extracting(problem -> problem.place().source()).containsOnly(file.toString());
    }

    @Test
    void unknownKey_isAnsweredWithTheKeyThatWasMeantAndTheChoices() {
        assertThat(settings.mistakesIn("http:\n  prot: 1\n"))
                .containsExactly(
                        "2:3 unknown key \"prot\" in http. Did you mean \"port\"? The keys are host, port, public-url, without-token, requests-per-minute, failed-logins-per-minute, callbacks.");
    }

    @Test
    void unknownKey_isSentToTheSectionThatKnowsIt() {
        assertThat(settings.mistakesIn("pool-size: 8\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "1:1 unknown key \"pool-size\" in the file. It belongs to database. The keys are database,");
    }

    @Test
    void unknownKey_isFoundInACorrectSpellingOfAnotherCase() {
        assertThat(settings.mistakesIn("database:\n  poolSize: 8\n"))
                .singleElement()
                .asString()
                .contains("Did you mean \"pool-size\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http: {port: 65536}|http.port is \"65536\", but must be a whole number from 0 to 65535",
                "http: {port: 0x50}|http.port is \"0x50\", but must be a whole number from 0 to 65535",
                "http: {port: [1]}|http.port must be a single value",
                "http: {port: }|http.port has no value; write one, or take the key out",
                "http: [1]|http must be a section. The keys are host, port, public-url, without-token, requests-per-minute, failed-logins-per-minute, callbacks.",
                "baselines: {multiplier: NaN}|baselines.multiplier is \"NaN\", but must be a number from 1.0 to 1000.0",
                "delivery: {allow-loopback: on}|delivery.allow-loopback is \"on\", but must be true or false",
                "recording: {retention: {timings: 36h}}|recording.retention.timings is \"36h\", but must be whole days"
                        + " from 1d to 400d, written like 30d",
                "recording: {retention: {hours: 7d}}|recording.retention.hours must be at least as long as minutes",
                "routes: {a: b}|routes must be a list, like [first, second]",
                "plugins: {folders: [[a]]}|plugins.folders must list single values: a path of the file system",
            })
    void value_thatDoesNotFitIsReportedWithItsRule(String yaml, String message) {
        assertThat(settings.mistakesIn(yaml)).singleElement().asString().endsWith(message);
    }

    @Test
    void duration_withoutAUnitIsReportedWithExamples() {
        assertThat(settings.mistakesIn("shutdown:\n  grace: 10\n"))
                .containsExactly("2:10 shutdown.grace is \"10\", but must be a duration from 0s to 10m,"
                        + " written like 100ms, 10s, 5m, 24h or 7d");
    }

    @Test
    void duplicateKey_namesTheLineOfTheFirst() {
        assertThat(settings.mistakesIn("data: a\ndata: b\n"))
                .containsExactly("2:1 \"data\" was already given in line 1; keep one of the two");
    }

    @Test
    void tab_isReportedWithItsPlace() {
        assertThat(settings.mistakesIn("http:\n\tport: 1\n"))
                .containsExactly("2:1 this is not YAML: a tab stands where YAML allows only spaces;"
                        + " indent with two spaces");
    }

    @Test
    void brokenYaml_isReportedWithItsLine() {
        assertThat(settings.mistakesIn("http:\n  host: [a\ndata: b\n"))
                .singleElement()
                .asString()
                .startsWith("3:5 this is not YAML: expected ',' or ']'");
    }

    @Test
    void secondDocument_isRefused() {
        assertThat(settings.mistakesIn("data: a\n---\ndata: b\n"))
                .singleElement()
                .asString()
                .startsWith("2:1 this is not YAML: but found another document");
    }

    @Test
    void keyThatIsAList_isReportedWithItsPlace() {
        assertThat(settings.mistakesIn("data: a\n? [b]\n: c\n")).containsExactly("2:3 a key must be a plain word");
    }

    @Test
    void sectionInsideItself_isReported() {
        assertThat(settings.mistakesIn("destinations: &x\n  team: *x\n"))
                .contains("1:15 this is nested deeper than 20 levels");
    }

    @Test
    void listAtTheTop_isRefused() {
        assertThat(settings.mistakesIn("- a\n")).containsExactly("1:1 the file must hold keys and values, like http:");
    }

    @Test
    void missingFile_isNamedInOneSentence() {
        assertThatThrownBy(() -> new SettingsLoader(Map.of()).load(Path.of("nowhere.yaml"), List.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("nowhere.yaml: there is no such file;"
                        + " give the path of a settings file, or none for the defaults");
    }

    @Test
    void binaryFile_isRefused() throws Exception {
        var file = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> new SettingsLoader(Map.of()).load(file, List.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageEndingWith("the file is not UTF-8 text");
    }

    @Test
    void mistakeInAnOption_namesTheOption() {
        var option = new SettingOverride(List.of("http", "port"), "many", "--port");

        assertThat(settings.mistakesIn("", option))
                .containsExactly("option --port http.port is \"many\", but must be a whole number from 0 to 65535");
    }

    @Test
    void route_toAnUnknownDestinationNamesTheClosest() {
        assertThat(settings.mistakesIn("""
                destinations:
                  team:
                    channel: slack
                routes:
                  - destinations:
                      - tema
                """))
                .containsExactly("6:9 routes[1].destinations is \"tema\", but must be the name of a configured"
                        + " destination: team; did you mean \"team\"?");
    }

    @Test
    void variable_inAWrongPlaceIsNamedWithoutItsValue() {
        settings.with("TOKEN", "hunter2");

        assertThat(settings.mistakesIn("http:\n  port: ${TOKEN}\n"))
                .containsExactly("2:9 http.port is what ${TOKEN} holds, but must be a whole number from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://anna:hunter2@db/tidemark", "jdbc:mysql://db/tidemark?password=hunter2"})
    void databaseUrl_thatTheDriverDoesNotKnowIsRefusedWithoutPrintingIt(String url) {
        assertThat(settings.mistakesIn("database:\n  url: " + url + "\n"))
                .singleElement()
                .asString()
                .startsWith("2:8 database.url must be a JDBC URL")
                .doesNotContain("hunter2");
    }
}
