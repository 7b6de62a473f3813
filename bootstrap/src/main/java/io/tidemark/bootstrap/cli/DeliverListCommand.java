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
        description = "Lists notifications, the youngest first: the dead letters if no status is named.",
        footer = {
            "%nExamples:",
            "  tidemark deliver list",
            "  tidemark deliver list --status delivered --destination ops-chat --limit 10"
        })
final class DeliverListCommand implements Callable<Integer> {
    private static final Listing DELIVERIES = Listing.of(
                    right("ID", 10, "id"),
                    left("STATUS", 9, "status"),
                    left("DESTINATION", 20, "destination"),
                    left("TITLE", 60, "title"),
                    right("TRIES", 5, "attempts"),
                    left("DECIDED (UTC)", 20, "decided"))
            .noting("detail")
            .whenEmpty("There are none.");

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "failed",
            description = "pending, sending, merged, delivered, failed or dropped: ${DEFAULT-VALUE} if left out.")
    private String status = "";

    @Option(names = "--destination", paramLabel = "NAME", description = "Only those to this one.")
    private @Nullable String destination;

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
        var whose = destination == null ? "" : "&destination=" + DaemonClient.encoded(destination);
        var answer = conversation
                .client()
                .get("/api/v1/deliveries?status=%s&limit=%d%s".formatted(DaemonClient.encoded(status), limit, whose));
        return conversation.show(answer, DELIVERIES.in("deliveries"));
    }
}
