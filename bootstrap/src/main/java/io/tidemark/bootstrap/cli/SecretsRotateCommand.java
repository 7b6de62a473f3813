package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "rotate",
        description =
                "Encrypts what is stored of secrets under the first key of the settings. May be done again at any time.",
        footer = {"%nExample:", "  tidemark secrets rotate"})
final class SecretsRotateCommand implements Callable<Integer> {

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var asked = Map.of("by", Person.name());
        return conversation.show(
                conversation.client().post("/api/v1/secrets/rotate", asked),
                SecretsRotateCommand::lines,
                report -> !report.path("problems").isEmpty());
    }

    private static List<String> lines(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add("Encrypted anew: %d; under the first key before: %s"
                .formatted(report.path("rotated").size(), Text.of(report, "current", "0")));
        report.path("problems").forEach(problem -> lines.add("Left: " + Text.printable(problem.asString(""))));
        return lines;
    }
}
