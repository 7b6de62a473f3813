package io.tidemark.bootstrap.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Lets a running daemon record made-up operations.",
        footer = {"%nExample:", "  tidemark demo --url http://127.0.0.1:7117"})
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var client = conversation.client();
        return conversation.tell(
                client.post("/api/v1/demo", Map.of()), running -> "The demo is running: watch it at " + client.url());
    }
}
