package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the maintenance windows.",
        footer = {"%nExamples:", "  tidemark windows list"})
final class WindowsListCommand implements Callable<Integer> {
    private static final Listing WINDOWS = Listing.of(
                    left("NAME", 28, "name"),
                    left("RECURRENCE", 50, "recurrence"),
                    left("ZONE", 24, "timeZone"),
                    left("OPEN UNTIL", 20, window -> Text.of(window, "openUntil", "-")),
                    left("ENABLED", 7, "enabled"),
                    left("FROM", 8, "origin"))
            .whenEmpty("There are no maintenance windows.");

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(conversation.client().get("/api/v1/windows"), WINDOWS.in("windows"));
    }
}
