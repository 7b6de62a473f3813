package io.tidemark.bootstrap.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set",
        description = "Puts the routes of a file in place of all, at once, without a restart.",
        footer = {"%nExample:", "  tidemark routes set --file routes.yaml"})
final class RoutesSetCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "A YAML file with routes:, as in the settings.")
    private Path file = Path.of("");

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .put(
                        "/api/v1/routes",
                        Map.of(
                                "yaml",
                                RouteReport.text(file),
                                "file",
                                String.valueOf(file.getFileName()),
                                "by",
                                Person.name()));
        return conversation.show(answer, RouteReport::routes);
    }
}
