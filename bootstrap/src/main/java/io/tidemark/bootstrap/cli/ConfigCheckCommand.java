package io.tidemark.bootstrap.cli;

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
    private final Output output = new Output();

    ConfigCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var loaded = settings.load(surroundings.environment(), output.err());
        surroundings.daemon().check(loaded);
        output.out().println("The settings are fine (" + settings.source() + ").");
        return loaded.warnings().isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
    }
}
