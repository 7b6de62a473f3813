package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.time.Duration;
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
        name = "ack",
        description = "Takes alerts on: nobody is told again, unless they get worse.",
        footer = {
            "%nExamples:",
            "  tidemark alerts ack 12 --note 'the disks are being changed'",
            "  tidemark alerts ack 12 13 --for 2h"
        })
final class AlertsAcknowledgeCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The numbers of the alerts, as listed.")
    private List<Long> ids = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "What is being done.")
    private @Nullable String note;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Length.class,
            description = "After that they are open again, such as 30m, 2h or 1d; if left out, they stay taken on.")
    private @Nullable Duration length;

    @Option(names = "--by", paramLabel = "NAME", description = "Who takes them on; if left out, who runs the command.")
    private @Nullable String by;

    @Mixin
    private final Conversation conversation = new Conversation();

    AlertsAcknowledgeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("by", by == null ? Person.name() : by);
        said.put("note", note);
        if (length != null) {
            said.put("until", clock.instant().plus(length).toString());
        }
        for (long id : ids) {
            var answer = conversation.client().post("/api/v1/alerts/%d/acknowledge".formatted(id), said);
            conversation.tell(answer, AlertsAcknowledgeCommand::sentence);
        }
        return ExitCode.FINE;
    }

    private static String sentence(JsonNode alert) {
        var until = Text.of(alert.path("acknowledged"), "until", "");
        return "%s has taken on alert %s%s."
                .formatted(
                        Text.of(alert.path("acknowledged"), "by", "?"),
                        Text.of(alert, "id", "?"),
                        until.isEmpty() ? "" : " until " + until);
    }
}
