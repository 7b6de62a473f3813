package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A settings file and an environment to load it in. */
final class SettingsFixture {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    SettingsFixture(Path folder) {
        this.folder = folder;
    }

    SettingsFixture with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    LoadedSettings load(String yaml, SettingOverride... options) throws IOException {
        return new SettingsLoader(environment).load(file("tidemark.yaml", yaml), List.of(options));
    }

    /** Each mistake as {@code line:column message}. */
    List<String> mistakesIn(String yaml, SettingOverride... options) {
        return catchThrowableOfType(SettingsException.class, () -> load(yaml, options)).problems().stream()
                .map(SettingsFixture::inShort)
                .toList();
    }

    static LoadedSettings defaults() {
        return new SettingsLoader(Map.of()).load(List.of());
    }

    static String inShort(Problem problem) {
        var place = problem.place();
        return (place.line() == 0 ? place.source() : place.line() + ":" + place.column()) + " " + problem.message();
    }
}
