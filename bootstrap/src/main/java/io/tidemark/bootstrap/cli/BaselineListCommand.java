package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the active baselines, and how far they lie above what is pinned.",
        footer = {"%nExamples:", "  tidemark baseline list", "  tidemark baseline list --json"})
final class BaselineListCommand implements Callable<Integer> {
    private static final Listing LISTING =
            BaselineTables.ACTIVE.whenEmpty("There are no baselines: 'tidemark baseline recalculate' makes them.");

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/baselines");
        return conversation.show(answer, LISTING.in("baselines"));
    }
}
