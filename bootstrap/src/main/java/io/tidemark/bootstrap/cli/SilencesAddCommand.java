package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "add",
        description = "Tells nobody about alerts that match, for a time; it ends by itself.",
        footer = {
            "%nExamples:",
            "  tidemark silences add operation=commit --for 2h --reason 'The disks are moved.'",
            "  tidemark silences add category=merge 'severity!=CRITICAL' --for 1d --reason 'Known, see the plan.'"
        })
final class SilencesAddCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(
            paramLabel = "MATCHER",
            arity = "1..*",
            description = "Which alerts, such as operation=commit or severity!=CRITICAL; all must match.")
    private List<String> matchers = List.of();

    @Option(
            names = "--for",
            required = true,
            paramLabel = "LENGTH",
            description = "For how long, such as 2h, 90m or 1d12h.")
    private String length = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a sentence.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    SilencesAddCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var silence =
                Map.of("matchers", matchers, "until", Ahead.of(length, clock.instant()), "reason", reason, "by", by);
        return conversation.tell(conversation.client().post("/api/v1/silences", silence), SilencesAddCommand::sentence);
    }

    private static String sentence(JsonNode silence) {
        var kept = "Silence %s is in force until %s; 'tidemark silences expire %s' ends it early."
                .formatted(Text.of(silence, "id", "?"), Text.of(silence, "until", "?"), Text.of(silence, "id", "?"));
        return silence.path("isLong").asBoolean() ? kept + " That is more than a week: it is easily forgotten." : kept;
    }
}
