package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the destinations: their kind, where they come from, and how they are.",
        footer = {"%nExample:", "  tidemark channels list"})
final class ChannelsListCommand implements Callable<Integer> {
    private static final Listing CHANNELS = Listing.of(
                    left("NAME", 32, "name"),
                    left("CHANNEL", 16, "channel"),
                    left("ORIGIN", 8, "origin"),
                    left("STATE", 5, "status"))
            .noting(channel -> Text.of(channel, "status", "").equals("up") ? "" : Text.of(channel, "detail", ""))
            .whenEmpty("There are no destinations: 'tidemark channels add' adds one.");

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(conversation.client().get("/api/v1/channels"), CHANNELS.in("channels"));
    }
}
