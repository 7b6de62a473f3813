package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EffectiveSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void toYaml_printsEachValueWithItsOrigin() throws Exception {
        var settings = new SettingsFixture(folder).with("TIDEMARK_HOST", "0.0.0.0");
        var option = new SettingOverride(List.of("http", "port"), "9000", "--port");

        var yaml = settings.load("http:\n  host: ${TIDEMARK_HOST}\nshutdown:\n  grace: 20s\n", option)
                .toYaml();

        var file = folder.resolve("tidemark.yaml");
        assertThat(yaml)
                .contains("http:\n  host: 0.0.0.0  # environment TIDEMARK_HOST, " + file + ":2\n"
                        + "  port: 9000  # option --port\n")
                .contains("shutdown:\n  grace: 20s  # " + file + ":4\n")
                .contains("recording:\n  flush-interval: 100ms  # default\n");
    }

    @Test
    void toYaml_hidesEveryValueOfADestinationButItsChannel() throws Exception {
        var yaml = new SettingsFixture(folder)
                .load("destinations:\n  team:\n    channel: slack\n    username: anna\n")
                .toYaml();

        assertThat(yaml)
                .contains("destinations:\n  team:\n    channel: slack  # ")
                .contains("    username: \"***\"  # ")
                .doesNotContain("anna");
    }

    @Test
    void toYaml_canBeLoadedAgain() throws Exception {
        var settings = new SettingsFixture(folder);
        var loaded = settings.load("""
                database: {user: 'a: "b" #\\', schema: on}
                data: 'C:\\new ${HOME:-x} $${y}'
                baselines: {multipliers: {commit: 2.5, 'odd: name': 3}}
                plugins: {folders: [a, 'b, c']}
                destinations: {team: {channel: log}, pager: {channel: log}}
                routes: [{destinations: [team]}, {severity: CRITICAL, destinations: [team, pager]}]
                """);

        var again = settings.load(loaded.toYaml());

        assertThat(again.settings())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Place.class, Pattern.class)
                .isEqualTo(loaded.settings());
    }
}
