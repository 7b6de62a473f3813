package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "Lists the jobs: when they run next, and what became of the last run.",
        footer = {"%nExample:", "  tidemark jobs list"})
final class JobsListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/jobs");
        if (json) {
            output.out().println(answer.toPrettyString());
        } else {
            table(answer.path("jobs")).lines().forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private static Table table(JsonNode jobs) {
        var table = new Table(
                Table.Column.left("JOB", 24),
                Table.Column.left("SCHEDULE", 36),
                Table.Column.left("NEXT (UTC)", 20),
                Table.Column.left("NEXT (LOCAL)", 25),
                Table.Column.left("LAST", 60));
        jobs.forEach(job -> table.row(
                Text.of(job, "job", "?"),
                JobText.schedule(job),
                Text.of(job.path("next").path(0), "utc", "never"),
                Text.of(job.path("next").path(0), "local", ""),
                JobText.last(job)));
        return table;
    }
}
