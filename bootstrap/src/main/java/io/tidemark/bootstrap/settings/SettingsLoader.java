package io.tidemark.bootstrap.settings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the settings: defaults, under the file with its environment variables, under the options of the command line. */
public final class SettingsLoader {
    private final Map<String, String> environment;

    public SettingsLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The defaults, with the options over them.
     *
     * @throws SettingsException with every mistake
     */
    public LoadedSettings load(List<SettingOverride> options) {
        var report = new Report();
        return load(YamlValue.Mapping.empty(Place.DEFAULT), options, report);
    }

    /**
     * What the file says over the defaults, with the options over both.
     *
     * @throws SettingsException with every mistake; also when the file cannot be read
     */
    public LoadedSettings load(Path file, List<SettingOverride> options) {
        requireNonNull(file, "file");
        var report = new Report();
        var reader = new YamlReader(file.toString(), new Variables(environment), report);
        return load(reader.read(textOf(file)), options, report);
    }

    private LoadedSettings load(YamlValue.Mapping root, List<SettingOverride> options, Report report) {
        options.forEach(root::put);
        fromEnvironment(root, environment);
        var settings = Settings.read(new Section(List.of(), new YamlValue.Entry(root.place(), root), report));
        reportUnknownKeys(report);
        if (!report.problems().isEmpty()) {
            throw new SettingsException(report.problems());
        }
        return new LoadedSettings(settings, report.warnings(), report.effective());
    }

    /** What the file says, in whichever way, wins. */
    private static void fromEnvironment(YamlValue.Mapping root, Map<String, String> environment) {
        var keys = environment.getOrDefault(SecretsSettings.VARIABLE, "");
        if (!keys.isBlank() && !root.entries().containsKey(SecretsSettings.PATH.get(0))) {
            root.putVariable(SecretsSettings.PATH, SecretsSettings.VARIABLE, keys);
        }
    }

    /** To be called when all has been read. */
    static void reportUnknownKeys(Report report) {
        var homes = new HashMap<String, String>();
        for (var section : report.sections()) {
            section.knownKeys().forEach(key -> homes.putIfAbsent(key, section.name()));
        }
        report.sections().forEach(section -> section.reportUnknownKeys(homes));
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file; give the path of a settings file, or none for the defaults");
        } catch (CharacterCodingException binary) {
            throw unreadable(file, "the file is not UTF-8 text");
        } catch (IOException failed) {
            throw unreadable(
                    file,
                    "the file cannot be read (" + failed.getClass().getSimpleName() + "): "
                            + "it must be a file that this user may read");
        }
    }

    private static SettingsException unreadable(Path file, String message) {
        return new SettingsException(List.of(new Problem(Place.of(file.toString()), message)));
    }
}
