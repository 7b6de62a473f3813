package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Removes a destination.",
        footer = {"%nExample:", "  tidemark channels remove team"})
final class ChannelsRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The destination.")
    private String name = "";

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var path = "/api/v1/channels?name=%s&by=%s"
                .formatted(DaemonClient.encoded(name), DaemonClient.encoded(Person.name()));
        return conversation.tell(
                conversation.client().delete(path), removed -> "%s is removed".formatted(Text.printable(name)));
    }
}
