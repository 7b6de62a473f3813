package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "expire",
        description = "Ends a silence early: what it kept quiet and still fires is told.",
        footer = {"%nExamples:", "  tidemark silences expire 3"})
final class SilencesExpireCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The number of the silence, as listed.")
    private long id;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().delete("/api/v1/silences/%d?by=%s".formatted(id, DaemonClient.encoded(by)));
        return conversation.tell(
                answer,
                silence -> "Silence %s ended at %s."
                        .formatted(Text.of(silence, "id", "?"), Text.of(silence, "until", "?")));
    }
}
