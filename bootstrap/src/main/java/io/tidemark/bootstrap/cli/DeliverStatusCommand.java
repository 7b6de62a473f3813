package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "status",
        description = "Tells by the hour and destination what was sent, what failed, and how long it took.",
        footer = {"%nExamples:", "  tidemark deliver status", "  tidemark deliver status --hours 168 --json"})
final class DeliverStatusCommand implements Callable<Integer> {
    private static final Listing HOURS = Listing.of(
                    left("HOUR (UTC)", 20, "hour"),
                    left("DESTINATION", 24, "destination"),
                    right("DELIVERED", 9, "delivered"),
                    right("FAILED", 9, "failed"),
                    right("RETRIES", 9, "retries"),
                    right("AVERAGE", 12, hour -> millis(hour, "averageMillis")),
                    right("P99", 12, hour -> millis(hour, "p99Millis")))
            .whenEmpty("Nothing was sent.");

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "How far to look back: ${DEFAULT-VALUE} if left out.")
    private int hours;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/deliveries/statistics?hours=" + hours);
        return conversation.show(answer, HOURS.in("hours"));
    }

    private static String millis(JsonNode hour, String key) {
        return String.format(Locale.ROOT, "%.1f ms", hour.path(key).asDouble(0));
    }
}
