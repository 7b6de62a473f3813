package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Removes a rule that somebody added.",
        footer = {"%nExamples:", "  tidemark correlate rules remove 3"})
final class CorrelateRulesRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The number of the rule, as the list shows it.")
    private long id;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().delete("/api/v1/correlations/rules/" + id);
        return conversation.tell(
                answer,
                rule -> "Removed rule %s: when %s, it is %s."
                        .formatted(
                                Text.of(rule, "id", "?"),
                                CorrelateRulesListCommand.when(rule),
                                Text.of(rule, "bottleneck", "?")));
    }
}
