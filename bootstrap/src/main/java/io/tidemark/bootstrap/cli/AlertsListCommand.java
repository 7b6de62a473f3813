package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "Lists alerts; the exit code is 1 when there are open ones.",
        footer = {"%nExamples:", "  tidemark alerts list", "  tidemark alerts list --state all --json"})
final class AlertsListCommand implements Callable<Integer> {
    private enum State {
        OPEN,
        ALL
    }

    private final Clock clock;

    @Option(names = "--state", paramLabel = "STATE", description = "open (if left out) or all.")
    private State state = State.OPEN;

    @Mixin
    private final Conversation conversation = new Conversation();

    AlertsListCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var answer =
                conversation.client().get("/api/v1/alerts?state=" + state.name().toLowerCase(Locale.ROOT));
        return conversation.show(answer, this::lines, AlertsListCommand::hasOpen);
    }

    private List<String> lines(JsonNode answer) {
        var alerts = answer.path("alerts");
        return alerts.isEmpty()
                ? List.of(state == State.OPEN ? "No open alerts." : "No alerts.")
                : new AlertTable(clock.instant(), conversation.ansi()).lines(alerts);
    }

    private static boolean hasOpen(JsonNode answer) {
        return answer.path("alerts")
                .valueStream()
                .anyMatch(alert -> Text.of(alert, "state", "").equalsIgnoreCase("open"));
    }
}
