package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "Lists silences: those in force and to come, what ends first first.",
        footer = {"%nExamples:", "  tidemark silences list", "  tidemark silences list --state all --json"})
final class SilencesListCommand implements Callable<Integer> {
    private enum State {
        CURRENT,
        ALL
    }

    private static final Listing SILENCES = Listing.of(
                    right("ID", 8, "id"),
                    left("STATE", 8, "state"),
                    left("ALERTS", 50, SilencesListCommand::target),
                    left("UNTIL", 20, "until"),
                    left("AUTHOR", 16, "author"),
                    left("REASON", 60, "reason"))
            .noting(silence -> silence.path("isLong").asBoolean() ? "longer than a week: is it still needed?" : "")
            .whenEmpty("Nothing is silenced.");

    @Option(names = "--state", paramLabel = "STATE", description = "current (if left out) or all.")
    private State state = State.CURRENT;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .get("/api/v1/silences?state=" + state.name().toLowerCase(Locale.ROOT));
        return conversation.show(answer, SILENCES.in("silences"));
    }

    private static String target(JsonNode silence) {
        return silence.path("alert").isNumber()
                ? "alert " + Text.of(silence, "alert", "?")
                : silence.path("matchers").valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
    }
}
