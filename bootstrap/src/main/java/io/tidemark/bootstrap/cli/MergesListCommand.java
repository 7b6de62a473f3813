package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Lists merges with their phases, the latest first.",
        footer = {
            "%nExamples:",
            "  tidemark merges list",
            "  tidemark merges list --source feature/x --target main --hours 168",
            "  tidemark merges list --bottleneck conflict_resolution --status failed"
        })
final class MergesListCommand implements Callable<Integer> {
    private static final Listing MERGES = Listing.of(
                    right("ID", 10, "id"),
                    left("COMPLETED (UTC)", 20, "completion"),
                    left("SOURCE", 24, "source"),
                    left("TARGET", 16, "target"),
                    left("STATUS", 15, "status"),
                    right("TOTAL", 8, merge -> MergeText.duration(merge.path("totalMicros"))),
                    left("BOTTLENECK", 19, "bottleneck"),
                    right("CONFLICTS", 9, merge -> Text.of(merge.path("conflicts"), "found", "?")))
            .whenEmpty("No merges. Record them with tidemark.merge(source, target) in Java, or in SQL with"
                    + " record_merge_performance.");

    @Mixin
    private final MergeOptions merges = new MergeOptions();

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
        var answer = conversation.client().get(merges.of("/api/v1/merges?limit=" + limit));
        return conversation.show(answer, MERGES.in("merges"));
    }
}
