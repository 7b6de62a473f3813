package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "audit",
        description = "Lists what people changed, the latest first.",
        footer = {
            "%nExamples:",
            "  tidemark audit",
            "  tidemark audit --kind destination --name team",
            "  tidemark audit --by ada --limit 10"
        })
final class AuditCommand implements Callable<Integer> {
    private static final Listing ENTRIES = Listing.of(
                    left("AT", 27, "at"),
                    left("BY", 20, "by"),
                    left("DID", 10, "verb"),
                    left("KIND", 14, "kind"),
                    left("NAME", 40, "name"))
            .noting(AuditCommand::change)
            .whenEmpty("Nobody has changed anything.");

    @Option(names = "--kind", paramLabel = "KIND", description = "Only things of this kind, such as token.")
    private @Nullable String kind;

    @Option(names = "--name", paramLabel = "NAME", description = "Only things of this name.")
    private @Nullable String name;

    @Option(names = "--by", paramLabel = "NAME", description = "Only what this person did.")
    private @Nullable String by;

    @Option(names = "--limit", paramLabel = "COUNT", description = "How many at most; 100 if left out.")
    private int limit = 100;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var path = new StringBuilder("/api/v1/audit?limit=" + limit);
        add(path, "kind", kind);
        add(path, "name", name);
        add(path, "by", by);
        return conversation.show(conversation.client().get(path.toString()), ENTRIES.in("entries"));
    }

    private static void add(StringBuilder path, String key, @Nullable String value) {
        if (value != null) {
            path.append('&').append(key).append('=').append(DaemonClient.encoded(value));
        }
    }

    private static String change(JsonNode entry) {
        var before = Text.of(entry, "before", "");
        var after = Text.of(entry, "after", "");
        return before.isEmpty() || after.isEmpty() ? before + after : before + " -> " + after;
    }
}
