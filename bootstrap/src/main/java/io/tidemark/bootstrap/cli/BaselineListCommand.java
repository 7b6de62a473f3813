package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Lists the active baselines, and how far they lie above what is pinned.",
        footer = {"%nExamples:", "  tidemark baseline list", "  tidemark baseline list --json"})
final class BaselineListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/baselines");
        var baselines = answer.path("baselines");
        if (json) {
            output.out().println(answer.toPrettyString());
        } else if (baselines.isEmpty()) {
            output.out().println("There are no baselines: 'tidemark baseline recalculate' makes them.");
        } else {
            BaselineTables.active(baselines).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }
}
