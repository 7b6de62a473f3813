package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Lists traces, the latest or the slowest first.",
        footer = {
            "%nExamples:",
            "  tidemark traces list",
            "  tidemark traces list --slowest --operation merge_branches --hours 168",
            "  tidemark traces list --status failed"
        })
final class TracesListCommand implements Callable<Integer> {
    private static final Listing TRACES = Listing.of(
                    left("TRACE", 32, "trace"),
                    left("STARTED (UTC)", 20, "start"),
                    left("OPERATION", 24, "operation"),
                    left("NAME", 24, "name"),
                    right("TOOK", 8, trace -> MergeText.duration(trace.path("micros"))),
                    left("STATUS", 7, "status"),
                    right("SPANS", 6, "spans"))
            .whenEmpty("No traces. Open spans with tidemark.span(operation, name) in Java, with start_performance_trace"
                    + " in SQL, or send OpenTelemetry to /v1/traces.");

    @Option(names = "--operation", paramLabel = "OPERATION", description = "Only traces whose root is of this one.")
    private @Nullable String operation;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only traces whose root is pending, running, success or failed.")
    private @Nullable String status;

    @Option(names = "--slowest", description = "The slowest first, instead of the latest.")
    private boolean slowest;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "How far to look back: ${DEFAULT-VALUE} if left out.")
    private int hours;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "How many at most: ${DEFAULT-VALUE} if left out.")
    private int limit;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var question = QueryText.of("/api/v1/traces")
                .with("hours", Integer.toString(hours))
                .with("limit", Integer.toString(limit))
                .with("order", slowest ? "slowest" : "latest")
                .with("operation", operation)
                .with("status", status);
        return conversation.show(conversation.client().get(question.toString()), TRACES.in("traces"));
    }
}
