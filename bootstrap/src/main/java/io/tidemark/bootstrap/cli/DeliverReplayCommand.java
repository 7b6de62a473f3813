package io.tidemark.bootstrap.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "replay",
        description = "Sends a dead letter again, or all of a destination.",
        footer = {"%nExamples:", "  tidemark deliver replay 4711", "  tidemark deliver replay --destination ops-chat"})
final class DeliverReplayCommand implements Callable<Integer> {
    /** One of them, or all of a destination. */
    private static final class Which {
        @Parameters(paramLabel = "ID", description = "The number of the dead letter.")
        private @Nullable Long id;

        @Option(names = "--destination", paramLabel = "NAME", description = "All of this one.")
        private @Nullable String destination;
    }

    @ArgGroup(multiplicity = "1")
    private final Which which = new Which();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.tell(
                replayed(),
                answer -> "%s sent again; 'tidemark deliver list' shows what fails once more".formatted(count(answer)));
    }

    private JsonNode replayed() {
        var client = conversation.client();
        return which.destination == null
                ? client.post("/api/v1/deliveries/%d/replay".formatted(which.id), Map.of("by", Person.name()))
                : client.post(
                        "/api/v1/deliveries/replay", Map.of("destination", which.destination, "by", Person.name()));
    }

    private static String count(JsonNode answer) {
        long deliveries = answer.path("deliveries").asLong(0);
        return deliveries == 1 ? "1 dead letter is" : "%d dead letters are".formatted(deliveries);
    }
}
