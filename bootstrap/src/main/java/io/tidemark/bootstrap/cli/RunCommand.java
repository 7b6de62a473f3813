package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Runs the daemon until it is stopped.",
        footer = {
            "%nExamples:",
            "  tidemark run",
            "      with an embedded PostgreSQL; the console is on http://127.0.0.1:7117",
            "  tidemark run --demo",
            "      the same, with made-up operations to look at",
            "  tidemark run --demo --demo-days 30",
            "      with a month of them",
            "  tidemark run --config tidemark.yaml --port 8080"
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--demo", description = "Begins with made-up operations.")
    private boolean demo;

    @Mixin
    private final DemoOptions demoOptions = new DemoOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var loaded = settings.load(surroundings.environment(), output.err());
        return surroundings.daemon().run(loaded, demo ? demoOptions.settings() : null);
    }
}
