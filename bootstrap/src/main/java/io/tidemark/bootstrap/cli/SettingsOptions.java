package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.settings.LoadedSettings;
import io.tidemark.bootstrap.settings.SettingOverride;
import io.tidemark.bootstrap.settings.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which settings apply. Their values are read like those of the file, with the same rules. */
final class SettingsOptions {
    private @Nullable Path config;
    private final List<SettingOverride> overrides = new ArrayList<>();

    @Option(names = "--config", paramLabel = "FILE", description = "The settings file; without it, the defaults apply.")
    void config(Path file) {
        config = file;
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder; TIDEMARK_DATA, or ./tidemark-data if not set.")
    void data(String folder) {
        overrides.add(new SettingOverride(List.of("data"), folder, "--data"));
    }

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address the console and the API listen on; 127.0.0.1 if not set.")
    void host(String host) {
        overrides.add(new SettingOverride(List.of("http", "host"), host, "--host"));
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port the console and the API listen on; 7117 if not set.")
    void port(String port) {
        overrides.add(new SettingOverride(List.of("http", "port"), port, "--port"));
    }

    @Option(
            names = "--database-url",
            paramLabel = "JDBC-URL",
            description = "The PostgreSQL to keep everything in; without it, the embedded one.")
    void databaseUrl(String url) {
        overrides.add(new SettingOverride(List.of("database", "url"), url, "--database-url"));
    }

    LoadedSettings load(Map<String, String> environment) {
        var loader = new SettingsLoader(environment);
        return config == null ? loader.load(overrides) : loader.load(config, overrides);
    }

    /** Loads, and prints what is doubtful. */
    LoadedSettings load(Map<String, String> environment, PrintWriter err) {
        var loaded = load(environment);
        loaded.warnings().forEach(warning -> err.println("Warning: " + warning));
        return loaded;
    }

    String source() {
        return config == null ? "defaults" : config.toString();
    }
}
