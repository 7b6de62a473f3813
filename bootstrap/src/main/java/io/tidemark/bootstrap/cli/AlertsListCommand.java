package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
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

    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    AlertsListCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/alerts?state=" + state.name().toLowerCase(Locale.ROOT));
        var alerts = answer.path("alerts");
        if (json) {
            output.out().println(answer.toPrettyString());
        } else if (alerts.isEmpty()) {
            output.out().println(state == State.OPEN ? "No open alerts." : "No alerts.");
        } else {
            new AlertTable(clock.instant(), output.ansi()).lines(alerts).forEach(output.out()::println);
        }
        return hasOpen(alerts) ? ExitCode.FOUND : ExitCode.FINE;
    }

    private static boolean hasOpen(JsonNode alerts) {
        return StreamSupport.stream(alerts.spliterator(), false)
                .anyMatch(alert -> Text.of(alert, "state", "").equalsIgnoreCase("open"));
    }
}
