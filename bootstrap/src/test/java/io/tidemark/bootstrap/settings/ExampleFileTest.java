package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("src/main/distribution/tidemark.yaml");

    @TempDir
    private Path folder;

    @Test
    void example_asItIsShippedSetsNothing() throws Exception {
        var loaded = new SettingsFixture(folder).load(Files.readString(EXAMPLE));

        assertThat(loaded.toYaml()).isEqualTo(SettingsFixture.defaults().toYaml());
    }

    @Test
    void example_withEachKeyTakenInHoldsExactlyTheDefaults() throws Exception {
        var uncommented = Files.readAllLines(EXAMPLE).stream()
                .filter(line -> !line.startsWith("##"))
                .map(line -> line.replaceFirst("^#", ""))
                .collect(Collectors.joining("\n"));

        var loaded = new SettingsFixture(folder).load(uncommented);

        assertThat(loaded.settings()).isEqualTo(SettingsFixture.defaults().settings());
        assertThat(settingLines(loaded)).hasSameSizeAs(settingLines(SettingsFixture.defaults()));
        assertThat(settingLines(loaded)).noneMatch(line -> line.endsWith("# default") && !line.matches(".*[\\[{].*"));
    }

    @Test
    void example_showsDestinationsAndRoutesThatLoad() throws Exception {
        var shown = Files.readAllLines(EXAMPLE).stream()
                .filter(line -> line.startsWith("##   "))
                .map(line -> line.substring(5))
                .collect(Collectors.joining("\n"));

        var settings = new SettingsFixture(folder)
                .with("SLACK_WEBHOOK_URL", "https://hooks.example.org/x")
                .load(shown)
                .settings();

        assertThat(settings.destinations().get("team").config())
                .containsEntry("webhook-url", "https://hooks.example.org/x");
        assertThat(settings.routes().routes()).hasSize(1);
    }

    private static List<String> settingLines(LoadedSettings loaded) {
        return loaded.toYaml().lines().filter(line -> line.contains("  # ")).toList();
    }
}
