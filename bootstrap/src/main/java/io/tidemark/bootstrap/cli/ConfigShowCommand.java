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
    private final Output output = new Output();

    ConfigShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        output.out()
                .print(settings.load(surroundings.environment(), output.err()).toYaml());
        output.out().flush();
        return ExitCode.FINE;
    }
}
