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
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().delete("/api/v1/correlations/rules/" + id);
        output.out()
                .println("Removed rule %s: when %s, it is %s."
                        .formatted(
                                Text.of(answer, "id", "?"),
                                CorrelateRulesListCommand.when(answer),
                                Text.of(answer, "bottleneck", "?")));
        return ExitCode.FINE;
    }
}
