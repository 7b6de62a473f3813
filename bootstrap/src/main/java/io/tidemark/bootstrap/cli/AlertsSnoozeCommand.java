package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "snooze",
        description = "Puts off a single alert; it ends by itself, with the alert or after that time.",
        footer = {
            "%nExamples:",
            "  tidemark alerts snooze 12 --for 2h",
            "  tidemark alerts snooze 12 --for 1d --reason 'After the release.'"
        })
final class AlertsSnoozeCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(paramLabel = "ID", description = "The number of the alert, as listed.")
    private long id;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "LENGTH",
            description = "For how long, such as 2h, 90m or 1d12h.")
    private String length = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a sentence.")
    private String reason = "snoozed";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    AlertsSnoozeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var put = Map.of("until", Ahead.of(length, clock.instant()), "reason", reason, "by", by);
        var answer = conversation.client().post("/api/v1/alerts/" + id + "/snooze", put);
        return conversation.tell(
                answer,
                silence -> "Alert %d is put off until %s; 'tidemark silences expire %s' ends that early."
                        .formatted(id, Text.of(silence, "until", "?"), Text.of(silence, "id", "?")));
    }
}
