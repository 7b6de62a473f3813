package io.tidemark.bootstrap.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Asks for a run of a job as soon as possible.",
        footer = {"%nExample:", "  tidemark jobs run recalculate-daily"})
final class JobsRunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "The job, such as recalculate-daily.")
    private String job = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks; your login if left out.")
    private String by = System.getProperty("user.name", "somebody");

    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().post("/api/v1/jobs/" + DaemonClient.encoded(job) + "/runs", Map.of("by", by));
        output.out()
                .println(
                        json
                                ? answer.toPrettyString()
                                : "%s runs as soon as it can; 'tidemark jobs runs %s' shows what became of it"
                                        .formatted(Text.printable(job), Text.printable(job)));
        return ExitCode.FINE;
    }
}
