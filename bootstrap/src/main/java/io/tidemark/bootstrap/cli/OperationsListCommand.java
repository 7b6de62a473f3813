package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "Lists the operations that are known from the start, and those that were timed.",
        footer = {"%nExamples:", "  tidemark operations list", "  tidemark operations list --category merge"})
final class OperationsListCommand implements Callable<Integer> {
    @Option(names = "--category", paramLabel = "CATEGORY", description = "Only those of this category, such as merge.")
    private String category = "";

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/catalogue");
        return conversation.show(answer, this::lines);
    }

    private List<String> lines(JsonNode answer) {
        var table = new Table(left("OPERATION", 40), left("CATEGORY", 8), left("TRACKED", 7), left("DESCRIPTION", 100));
        for (var operation : answer.path("operations")) {
            if (category.isEmpty() || Text.of(operation, "category", "").equalsIgnoreCase(category)) {
                table.row(
                        Text.of(operation, "operation", "?"),
                        Text.of(operation, "category", "?"),
                        Text.of(operation, "tracked", "?").equals("true") ? "yes" : "no",
                        Text.of(operation, "description", ""));
            }
        }
        return table.lines();
    }
}
