package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "record",
        description = {
            "Says that a version is in use now: charts mark it, and so does the page of an alert that follows.",
            "A token with the role recorder is enough."
        },
        footer = {
            "%nExamples:",
            "  tidemark deployments record 2.3.1",
            "  tidemark deployments record 2.3.1 --operation commit --operation get_diff --note 'A new index.'",
            "  tidemark deployments record \"$TAG\" --link \"$CI_PIPELINE_URL\" --by ci --token \"$TIDEMARK_TOKEN\""
        })
final class DeploymentsRecordCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VERSION", description = "What is in use, such as 2.3.1.")
    private String version = "";

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description = "What it touched; may be given several times. All operations if left out.")
    private List<String> operations = List.of();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Since when, such as 2026-11-21T12:00:00Z; now if left out.")
    private @Nullable String at;

    @Option(names = "--link", paramLabel = "ADDRESS", description = "Where there is more about it.")
    private @Nullable String link;

    @Option(names = "--note", paramLabel = "TEXT", description = "What else is to be said of it.")
    private @Nullable String note;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var deployment = new LinkedHashMap<String, @Nullable Object>();
        deployment.put("version", version);
        deployment.put("operations", operations);
        deployment.put("at", at);
        deployment.put("link", link);
        deployment.put("note", note);
        deployment.put("by", by);
        return conversation.tell(
                conversation.client().post("/api/v1/deployments", deployment), DeploymentsRecordCommand::sentence);
    }

    private static String sentence(JsonNode deployment) {
        return "%s is in use since %s.".formatted(Text.of(deployment, "version", "?"), Text.of(deployment, "at", "?"));
    }
}
