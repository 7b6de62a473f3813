package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "change",
        description = "Says what an operation does, and whether it may raise alerts.",
        footer = {
            "%nExamples:",
            "  tidemark operations change search_history --tracked=false",
            "  tidemark operations change vacuum --description 'Tidies up.'"
        })
final class OperationsChangeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OPERATION", description = "The operation, such as commit.")
    private String operation = "";

    @Option(
            names = "--tracked",
            paramLabel = "BOOLEAN",
            arity = "1",
            description = "false: recorded and shown all the same, and no alerts; true: alerts again.")
    private @Nullable Boolean tracked;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it does, in a sentence.")
    private @Nullable String text;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.tell(
                conversation.client().post("/api/v1/catalogue", change()), OperationsChangeCommand::sentence);
    }

    private static String sentence(JsonNode answer) {
        var alerts = Text.of(answer, "tracked", "?").equals("true") ? "may raise alerts" : "raises no alerts";
        return "%s %s. %s".formatted(Text.of(answer, "operation", "?"), alerts, Text.of(answer, "description", ""));
    }

    private Map<String, @Nullable Object> change() {
        var change = new LinkedHashMap<String, @Nullable Object>();
        change.put("operation", operation);
        change.put("tracked", tracked);
        change.put("description", text);
        change.put("by", by);
        return change;
    }
}
