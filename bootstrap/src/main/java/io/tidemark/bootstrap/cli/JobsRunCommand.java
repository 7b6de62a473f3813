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

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer =
                conversation.client().post("/api/v1/jobs/" + DaemonClient.encoded(job) + "/runs", Map.of("by", by));
        return conversation.tell(
                answer,
                asked -> "%1$s runs as soon as it can; 'tidemark jobs runs %1$s' shows what became of it"
                        .formatted(Text.printable(job)));
    }
}
