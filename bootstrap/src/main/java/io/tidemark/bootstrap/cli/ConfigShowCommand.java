package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description = "Prints the settings that apply, and where each came from; secrets as ***.",
        footer = {"%nExample:", "  tidemark config show --config tidemark.yaml --port 8080"})
final class ConfigShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final Display display = new Display();

    ConfigShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var loaded = settings.load(surroundings.environment(), display.err());
        display.show(loaded.toMap(), () -> loaded.toYaml().lines().toList());
        return ExitCode.FINE;
    }
}
