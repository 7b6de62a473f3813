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
        name = "pin",
        description =
                "Pins the active baselines under a name, so that a slow creep shows; without a name, lists what is.",
        footer = {
            "%nExamples:",
            "  tidemark baseline pin 2026-Q4",
            "  tidemark baseline pin release-3 --operation commit",
            "  tidemark baseline pin 2026-Q3 --remove"
        })
final class BaselinePinCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/baselines/references";

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "What the reference is called.")
    private @Nullable String name;

    @Option(names = "--operation", paramLabel = "OPERATION", description = "Only this operation and its branches.")
    private @Nullable String operation;

    @Option(names = "--remove", description = "Lets go of what is pinned under the name.")
    private boolean remove;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(answer(), this::lines);
    }

    private List<String> lines(JsonNode answer) {
        return remove
                ? List.of("%s is no longer pinned.".formatted(Text.of(answer, "name", "?")))
                : BaselineTables.REFERENCES.lines(answer.path("references"));
    }

    private JsonNode answer() {
        if (name == null) {
            return conversation.client().get(PATH);
        }
        if (remove) {
            return conversation.client().delete(PATH + "/" + DaemonClient.encoded(name));
        }
        var wanted = new LinkedHashMap<String, @Nullable Object>();
        wanted.put("name", name);
        wanted.put("operation", operation);
        wanted.put("by", Person.name());
        return conversation.client().post(PATH, wanted);
    }
}
