package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Removes a maintenance window: what it kept quiet and still fires is told.",
        footer = {"%nExamples:", "  tidemark windows remove nightly"})
final class WindowsRemoveCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the window is called.")
    private String name = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .delete("/api/v1/windows?name=%s&by=%s"
                        .formatted(DaemonClient.encoded(name), DaemonClient.encoded(by)));
        return conversation.tell(
                answer, removed -> "Window %s is removed.".formatted(Text.of(removed, "removed", "?")));
    }
}
