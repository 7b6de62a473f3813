package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "drop",
        description = "Gives a dead letter up for good.",
        footer = {"%nExample:", "  tidemark deliver drop 4711"})
final class DeliverDropCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The number of the dead letter.")
    private long id;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .delete("/api/v1/deliveries/%d?by=%s".formatted(id, DaemonClient.encoded(Person.name())));
        return conversation.tell(answer, dropped -> "%d is given up".formatted(id));
    }
}
