package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pending",
        description = "Lists the baselines that wait for approval; the exit code is 1 when there are any.",
        footer = {"%nExamples:", "  tidemark baseline pending", "  tidemark baseline approve 17 --note 'the new disks'"
        })
final class BaselinePendingCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/baselines/pending");
        var pending = answer.path("pending");
        if (json) {
            output.out().println(answer.toPrettyString());
        } else if (pending.isEmpty()) {
            output.out().println("Nothing waits for approval.");
        } else {
            BaselineTables.pending(pending).forEach(output.out()::println);
        }
        return pending.isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
    }
}
