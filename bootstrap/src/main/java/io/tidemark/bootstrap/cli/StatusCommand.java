package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description =
                "Shows what the first page of the console shows: open alerts, how the operations do, and what waits to"
                        + " be sent. The exit code is 1 when there are open alerts.",
        footer = {"%nExamples:", "  tidemark status", "  tidemark status --hours 6", "  tidemark status --json"})
final class StatusCommand implements Callable<Integer> {
    private static final int MOST = 40;

    private final Clock clock;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description = "How far back: 1 (if left out), 3, 6, 24, 168 or 720.")
    private int hours = 1;

    @Mixin
    private final Conversation conversation = new Conversation();

    StatusCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var client = conversation.client();
        var answer = new JsonMapper().createObjectNode();
        answer.set("alerts", client.get("/api/v1/alerts?state=open").path("alerts"));
        answer.set("overview", client.get("/api/v1/operations?limit=5000&hours=" + hours));
        answer.set("daemon", client.get("/api/v1/status"));
        return conversation.show(
                answer, this::lines, found -> !found.path("alerts").isEmpty());
    }

    private List<String> lines(JsonNode answer) {
        var lines = new ArrayList<String>();
        var alerts = answer.path("alerts");
        if (alerts.isEmpty()) {
            lines.add("No open alerts.");
        } else {
            lines.addAll(new AlertTable(clock.instant(), conversation.ansi()).lines(alerts));
        }
        lines.add("");
        var overview = answer.path("overview");
        if (overview.path("operations").isEmpty()) {
            lines.add("Nothing was recorded in that time.");
        } else {
            operations(overview, lines);
        }
        lines.add("");
        lines.add(daemon(answer.path("daemon")));
        return lines;
    }

    private void operations(JsonNode overview, List<String> lines) {
        var all = new OperationTable(conversation.ansi()).lines(overview);
        lines.addAll(all.subList(0, Math.min(all.size(), MOST + 1)));
        if (all.size() > MOST + 1) {
            lines.add("and %d more, which do better; --json shows all".formatted(all.size() - MOST - 1));
        }
    }

    private static String daemon(JsonNode daemon) {
        var queue = daemon.path("outbox");
        var down = daemon.path("destinations").properties().stream()
                .filter(one -> !Text.of(one.getValue(), "status", "up").equals("up"))
                .map(one -> Text.printable(one.getKey()) + " is " + Text.of(one.getValue(), "status", "?"))
                .collect(Collectors.joining(", "));
        return "Notifications: %s wait, %s dead.%s Recordings held back: %s. Tidemark %s on %s."
                .formatted(
                        queue.path("pending").asLong(0) + queue.path("sending").asLong(0),
                        queue.path("failed").asLong(0),
                        down.isEmpty() ? "" : " Destinations: " + down + ".",
                        daemon.path("recorder").path("heldBack").asLong(0),
                        Text.of(daemon, "version", "?"),
                        Text.of(daemon, "storage", "?"));
    }
}
