package io.tidemark.bootstrap.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = "Says what operations share when they get slow together. The latest rule is tried first.",
        footer = {
            "%nExamples:",
            "  tidemark correlate rules add --operation 'import_*' --bottleneck STAGING_TABLES \\",
            "    --recommendation 'Look at the staging tables: they are vacuumed by hand.'",
            "  tidemark correlate rules add --any --category schema --bottleneck CATALOGUE_LOCKS \\",
            "    --recommendation 'Look for long transactions that hold locks on the catalogue.'"
        })
final class CorrelateRulesAddCommand implements Callable<Integer> {
    @Option(
            names = "--any",
            description = "The rule is about operations of which one fits; without it all of them must.")
    private boolean any;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Fits the operations of this category, such as merge; may be given several times.")
    private List<String> categories = List.of();

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            description = "Fits the operations of this name, * for any characters; may be given several times.")
    private List<String> operations = List.of();

    @Option(
            names = "--bottleneck",
            paramLabel = "WORD",
            required = true,
            description = "What they share, in capitals, such as OBJECT_STORAGE_IO.")
    private String bottleneck = "";

    @Option(names = "--recommendation", paramLabel = "TEXT", required = true, description = "What to do about it.")
    private String recommendation = "";

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .post(
                        "/api/v1/correlations/rules",
                        Map.of(
                                "fits", any ? "any" : "all",
                                "categories", categories,
                                "operations", operations,
                                "bottleneck", bottleneck,
                                "recommendation", recommendation));
        return conversation.tell(
                answer,
                rule -> "Rule %s: when %s, it is %s."
                        .formatted(
                                Text.of(rule, "id", "?"),
                                CorrelateRulesListCommand.when(rule),
                                Text.of(rule, "bottleneck", "?")));
    }
}
