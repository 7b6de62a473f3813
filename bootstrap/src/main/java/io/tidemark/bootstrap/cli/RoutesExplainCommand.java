package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        description = "Says where an alert would go now, by which routes, when, and in which words.",
        footer = {
            "%nExamples:",
            "  tidemark routes explain --alert 12",
            "  tidemark routes explain --type ANOMALY --severity CRITICAL --operation commit --branch main"
        })
final class RoutesExplainCommand implements Callable<Integer> {
    @Option(names = "--alert", paramLabel = "ID", description = "The number of an alert that there is.")
    private @Nullable Long alert;

    @Option(names = "--type", paramLabel = "TYPE", description = "The kind of alert; if left out, THRESHOLD_EXCEEDED.")
    private @Nullable String type;

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "How bad it is; if left out, WARNING.")
    private @Nullable String severity;

    @Option(names = "--operation", paramLabel = "NAME", description = "The operation, or what else it is about.")
    private @Nullable String operation;

    @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch.")
    private @Nullable String branch;

    @Option(names = "--user", paramLabel = "USER", description = "Whose timing it is.")
    private @Nullable String user;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("alert", alert);
        asked.put("type", type);
        asked.put("severity", severity);
        asked.put("operation", operation);
        asked.put("branch", branch);
        asked.put("user", user);
        return conversation.show(conversation.client().post("/api/v1/routes/explain", asked), RouteReport::explanation);
    }
}
