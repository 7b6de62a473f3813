package io.tidemark.bootstrap.cli;

import io.tidemark.domain.timing.DurationText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "runs",
        description = "Lists the latest runs of a job.",
        footer = {"%nExamples:", "  tidemark jobs runs recalculate-daily", "  tidemark jobs runs watch --limit 100"})
final class JobsRunsCommand implements Callable<Integer> {
    /** A detail stands in a line of its own, and is not cut. */
    private static final int WHOLE_DETAILS = 1_000;

    @Parameters(paramLabel = "JOB", description = "The job, such as recalculate-daily.")
    private String job = "";

    @Option(names = "--limit", paramLabel = "COUNT", description = "How many at most; 20 if left out.")
    private int limit = 20;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var path = "/api/v1/jobs/" + DaemonClient.encoded(job) + "/runs?limit=" + limit;
        var answer = conversation.client().get(path);
        return conversation.show(answer, JobsRunsCommand::lines);
    }

    private static List<String> lines(JsonNode answer) {
        var table = new Table(
                WHOLE_DETAILS,
                Ansi.OFF,
                Table.Column.left("STARTED (UTC)", 24),
                Table.Column.left("DUE (UTC)", 24),
                Table.Column.left("OUTCOME", 7),
                Table.Column.right("TOOK", 14),
                Table.Column.left("NODE", 24));
        answer.path("runs")
                .forEach(run -> table.row(
                                Text.of(run, "started", "?"),
                                Text.of(run, "due", "?"),
                                Text.of(run, "outcome", "?"),
                                DurationText.of(run.path("millis").asDouble(0) * 1_000),
                                Text.of(run, "node", "?"))
                        .note("    " + asked(run) + Text.of(run, "detail", "")));
        return table.lines();
    }

    private static String asked(JsonNode run) {
        var by = Text.of(run, "askedBy", "");
        return by.isEmpty() ? "" : "asked for by " + by + ": ";
    }
}
