package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "migrate",
        description = "Brings the tables up to date, as the daemon does when it starts.",
        footer = {
            "%nExamples:",
            "  tidemark schema migrate --config tidemark.yaml",
            "  tidemark schema migrate --database-url jdbc:postgresql://db.example.org/tidemark"
        })
final class SchemaMigrateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final Display display = new Display();

    SchemaMigrateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var loaded = settings.load(surroundings.environment(), display.err());
        var report = surroundings.daemon().schema(loaded, true);
        if (!report.before().unknown().isEmpty()) {
            throw CommandFailure.cannot(String.join(" ", SchemaText.status(report)));
        }
        display.show(report, () -> SchemaText.migrated(report));
        return ExitCode.FINE;
    }
}
