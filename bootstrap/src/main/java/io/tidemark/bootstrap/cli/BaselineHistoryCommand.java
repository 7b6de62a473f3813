package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "Lists how baselines changed, the latest change first.",
        footer = {"%nExamples:", "  tidemark baseline history", "  tidemark baseline history commit --limit 10"})
final class BaselineHistoryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "Only this operation and its branches.")
    private @Nullable String operation;

    @Option(names = "--limit", paramLabel = "CHANGES", description = "How many at most; 100 if left out.")
    private int limit = 100;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var of = operation == null ? "" : "&operation=" + DaemonClient.encoded(operation);
        var answer = conversation.client().get("/api/v1/baselines/history?limit=" + limit + of);
        return conversation.show(answer, BaselineTables.HISTORY.in("changes"));
    }
}
