package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        description = "Lists the alerts that a silence would hide now, and makes none.",
        footer = {
            "%nExamples:",
            "  tidemark silences preview operation=commit",
            "  tidemark silences preview category=merge 'severity!=CRITICAL'"
        })
final class SilencesPreviewCommand implements Callable<Integer> {
    private static final Listing HIDDEN = Listing.of(
                    right("ID", 8, "id"), left("SEVERITY", 8, "severity"), left("SUMMARY", 100, "summary"))
            .whenEmpty("It would hide no alert now.");

    @Parameters(
            paramLabel = "MATCHER",
            arity = "1..*",
            description = "Which alerts, such as operation=commit or severity!=CRITICAL; all must match.")
    private List<String> matchers = List.of();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().post("/api/v1/silences/preview", Map.of("matchers", matchers));
        return conversation.show(answer, HIDDEN.in("hidden"));
    }
}
