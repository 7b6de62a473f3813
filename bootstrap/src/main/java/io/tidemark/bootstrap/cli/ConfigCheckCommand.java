package io.tidemark.bootstrap.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = "Finds every mistake in the settings.",
        footer = {"%nExample:", "  tidemark config check --config tidemark.yaml"})
final class ConfigCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final Display display = new Display();

    ConfigCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var loaded = settings.load(surroundings.environment(), display.err());
        surroundings.daemon().check(loaded);
        var warnings = loaded.warnings().stream().map(Object::toString).toList();
        display.show(
                Map.of("source", settings.source(), "warnings", warnings),
                () -> List.of("The settings are fine (" + settings.source() + ")."));
        return loaded.warnings().isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
    }
}
