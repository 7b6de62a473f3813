package io.tidemark.bootstrap.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "test",
        description = "Sends a test message to a destination, and shows what the receiver answers.",
        footer = {"%nExample:", "  tidemark channels test team"})
final class ChannelsTestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The destination.")
    private String name = "";

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var wanted = Map.of("name", name, "by", Person.name());
        return conversation.show(
                conversation.client().post("/api/v1/channels/test", wanted),
                ChannelsTestCommand::lines,
                tested -> !Text.of(tested, "outcome", "").equals("delivered"));
    }

    private static List<String> lines(JsonNode tested) {
        return List.of(
                "outcome  " + Text.of(tested, "outcome", "?"),
                "reason   " + Text.of(tested, "reason", "?"),
                "status   " + Text.of(tested, "status", "-"),
                "detail   " + Text.printable(Text.of(tested, "detail", "-")));
    }
}
