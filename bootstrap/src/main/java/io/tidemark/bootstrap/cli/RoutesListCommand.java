package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the routes in the order in which they are asked.",
        footer = {"%nExample:", "  tidemark routes list"})
final class RoutesListCommand implements Callable<Integer> {
    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(conversation.client().get("/api/v1/routes"), RouteReport::routes);
    }
}
