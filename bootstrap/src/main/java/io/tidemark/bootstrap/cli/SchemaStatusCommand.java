package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description =
                "Says of which version the tables are, and which steps are left; the exit code is 1 when some are.",
        footer = {"%nExamples:", "  tidemark schema status", "  tidemark schema status --config tidemark.yaml --json"})
final class SchemaStatusCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final Display display = new Display();

    SchemaStatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var loaded = settings.load(surroundings.environment(), display.err());
        var report = surroundings.daemon().schema(loaded, false);
        display.show(report, () -> SchemaText.status(report));
        var state = report.after();
        return state.pending().isEmpty() && state.unknown().isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
    }
}
