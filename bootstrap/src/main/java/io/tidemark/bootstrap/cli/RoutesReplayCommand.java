package io.tidemark.bootstrap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = "Counts who would have been told of past alerts, and how often. Nothing is sent.",
        footer = {
            "%nExamples:",
            "  tidemark routes replay",
            "  tidemark routes replay --hours 168 --file candidate.yaml"
        })
final class RoutesReplayCommand implements Callable<Integer> {
    private static final long A_DAY = 24;

    @Option(names = "--hours", paramLabel = "HOURS", description = "How many hours back; if left out, 24.")
    private long hours = A_DAY;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A YAML file with the routes to try; if left out, those there are.")
    private @Nullable Path file;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        Map<String, @Nullable Object> tried = new LinkedHashMap<>();
        tried.put("hours", hours);
        if (file != null) {
            tried.put("yaml", RouteReport.text(file));
            tried.put("file", String.valueOf(file.getFileName()));
        }
        return conversation.show(conversation.client().post("/api/v1/routes/replay", tried), RouteReport::replay);
    }
}
