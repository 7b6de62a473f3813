package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "Lists deployments, the most recent first.",
        footer = {
            "%nExamples:",
            "  tidemark deployments list",
            "  tidemark deployments list --operation commit --hours 24 --json"
        })
final class DeploymentsListCommand implements Callable<Integer> {
    private static final Listing DEPLOYMENTS = Listing.of(
                    right("ID", 8, "id"),
                    left("AT (UTC)", 27, "at"),
                    left("VERSION", 32, "version"),
                    left("TOUCHED", 40, DeploymentsListCommand::touched),
                    left("BY", 20, "by"))
            .noting(DeploymentsListCommand::more)
            .whenEmpty("No deployments. Let what deploys say so: tidemark deployments record VERSION");

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "168",
            description = "How far to look back: ${DEFAULT-VALUE} if left out.")
    private int hours;

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description = "Only those that may have touched this operation.")
    private @Nullable String operation;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "How many at most: ${DEFAULT-VALUE} if left out.")
    private int limit;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var path = QueryText.of("/api/v1/deployments")
                .with("hours", Integer.toString(hours))
                .with("operation", operation)
                .with("limit", Integer.toString(limit));
        return conversation.show(conversation.client().get(path.toString()), DEPLOYMENTS.in("deployments"));
    }

    private static String touched(JsonNode deployment) {
        var operations = deployment.path("operations");
        return operations.isEmpty()
                ? "all"
                : operations
                        .valueStream()
                        .map(operation -> Text.printable(operation.asString()))
                        .collect(Collectors.joining(", "));
    }

    private static String more(JsonNode deployment) {
        return Stream.of("note", "link")
                .map(key -> Text.of(deployment, key, ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
