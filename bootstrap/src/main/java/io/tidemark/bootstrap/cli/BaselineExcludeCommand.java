package io.tidemark.bootstrap.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "exclude",
        description =
                "Takes time out of what is normal, such as that of a load test; without options, lists what is taken out.",
        footer = {
            "%nExamples:",
            "  tidemark baseline exclude --from 2026-11-20T14:00:00Z --to 2026-11-20T16:00:00Z --reason 'load test'",
            "  tidemark baseline exclude commit --from 2026-11-20T14:00:00Z --reason 'disk is being moved'",
            "  tidemark baseline exclude --lift 3"
        })
final class BaselineExcludeCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/baselines/exclusions";

    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "Only this operation and its branches.")
    private @Nullable String operation;

    @Option(names = "--branch", paramLabel = "BRANCH", description = "Only this branch of it.")
    private @Nullable String branch;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Since when, such as 2026-11-20T14:00:00Z.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Until when; until it is lifted if left out.")
    private @Nullable Instant to;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever finds it later.")
    private @Nullable String reason;

    @Option(names = "--lift", paramLabel = "ID", description = "Lets the time of this exclusion count again.")
    private @Nullable Long lifted;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(answer(), this::lines);
    }

    private List<String> lines(JsonNode answer) {
        if (lifted == null && from == null) {
            return BaselineTables.EXCLUSIONS.lines(answer.path("exclusions"));
        }
        var state = lifted == null ? "in force" : "lifted";
        return List.of("Exclusion %s is %s.".formatted(Text.of(answer, "id", "?"), state));
    }

    private JsonNode answer() {
        if (lifted != null) {
            return conversation.client().delete(PATH + "/" + lifted + "?by=" + DaemonClient.encoded(Person.name()));
        }
        if (from == null && (to != null || reason != null || operation != null)) {
            throw CommandFailure.cannot("--from is missing: say since when, such as --from 2026-11-20T14:00:00Z.");
        }
        if (from == null) {
            return conversation.client().get(PATH);
        }
        var wanted = new LinkedHashMap<String, @Nullable Object>();
        wanted.put("operation", operation);
        wanted.put("branch", branch);
        wanted.put("from", from.toString());
        wanted.put("to", to == null ? null : Objects.toString(to));
        wanted.put("reason", reason);
        wanted.put("by", Person.name());
        return conversation.client().post(PATH, wanted);
    }
}
