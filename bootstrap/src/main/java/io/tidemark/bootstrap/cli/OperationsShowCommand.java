package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "show",
        description =
                "Shows one operation: its bands over time, its slowest timings, what was and is normal for it, and its alerts.",
        footer = {"%nExamples:", "  tidemark operations show commit", "  tidemark operations show commit --hours 24"})
final class OperationsShowCommand implements Callable<Integer> {
    private static final int UNAVAILABLE = 503;
    private static final String MOST_SLOW = "20";
    private static final String MOST_CHANGES = "30";

    private final Clock clock;

    @Parameters(paramLabel = "OPERATION", description = "The operation, such as commit.")
    private String operation = "";

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description = "How far back: 1 (if left out), 3, 6, 24, 168 or 720.")
    private int hours = 1;

    @Mixin
    private final Conversation conversation = new Conversation();

    OperationsShowCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var client = conversation.client();
        var overview = client.get("/api/v1/operations?limit=5000&hours=" + hours);
        var found = one(overview)
                .orElseThrow(() -> CommandFailure.cannot(
                        "Nothing was recorded of '%s' in that time: look further back with --hours 24; 'tidemark operations list' shows those that are known."
                                .formatted(Text.printable(operation))));
        var answer = new JsonMapper().createObjectNode();
        answer.put("from", Text.of(overview, "from", ""));
        answer.put("to", Text.of(overview, "to", ""));
        answer.put("stepSeconds", overview.path("stepSeconds").asLong());
        answer.set("operation", found);
        var alerts = answer.putArray("alerts");
        client.get("/api/v1/alerts?state=all&limit=1000").path("alerts").forEach(alert -> {
            if (Text.of(alert, "operation", "").equals(operation)) {
                alerts.add(alert);
            }
        });
        addSlowest(answer, client, slowest(overview));
        answer.set(
                "baselineChanges",
                client.get(QueryText.of("/api/v1/baselines/history")
                                .with("operation", operation)
                                .with("limit", MOST_CHANGES)
                                .toString())
                        .path("changes"));
        return conversation.show(answer, this::lines);
    }

    private String slowest(JsonNode overview) {
        return QueryText.of("/api/v1/operations/slowest")
                .with("operation", operation)
                .with("from", Text.of(overview, "from", ""))
                .with("to", Text.of(overview, "to", ""))
                .with("limit", MOST_SLOW)
                .toString();
    }

    /** A storage may keep no single timings, or be too slow to find them: the rest is worth showing then. */
    private static void addSlowest(ObjectNode answer, DaemonClient client, String path) {
        var slowest = client.ask(path);
        if (slowest.status() == UNAVAILABLE) {
            answer.putNull("slowest");
        } else {
            answer.set("slowest", client.success(slowest).path("runs"));
        }
    }

    private Optional<JsonNode> one(JsonNode overview) {
        return overview.path("operations")
                .valueStream()
                .filter(one -> one.path("operation").asString("").equals(operation))
                .findFirst();
    }

    private List<String> lines(JsonNode answer) {
        var one = answer.path("operation");
        var lines = new ArrayList<String>();
        lines.add("%s: %s  %s"
                .formatted(
                        Text.of(one, "operation", "?"), Text.of(one, "standing", "?"), Text.of(one, "description", ""))
                .strip());
        lines.add("");
        lines.addAll(BandText.lines(one, answer));
        lines.add("");
        lines.add("Slowest timings");
        lines.addAll(slowestLines(answer.path("slowest")));
        lines.add("");
        lines.add(normal(one.path("baseline")));
        if (!answer.path("baselineChanges").isEmpty()) {
            lines.addAll(OperationTables.HISTORY.lines(answer.path("baselineChanges")));
        }
        if (!answer.path("alerts").isEmpty()) {
            lines.add("");
            lines.addAll(new AlertTable(clock.instant(), conversation.ansi()).lines(answer.path("alerts")));
        }
        return lines;
    }

    private static List<String> slowestLines(JsonNode runs) {
        return runs.isArray()
                ? OperationTables.slowest(runs).lines(runs)
                : List.of("Single timings cannot be shown: none are kept, or it takes too long to find them.");
    }

    private static String normal(JsonNode baseline) {
        return baseline.isObject()
                ? "Normal is a p99 of %s, from %s runs%s; a run above %s breaks the baseline."
                        .formatted(
                                OperationTable.duration(baseline, "p99Micros"),
                                Text.of(baseline, "samples", "?"),
                                baseline.path("weak").asBoolean(false) ? ", which are few" : "",
                                OperationTable.duration(baseline, "thresholdMicros"))
                : "It is not known yet what is normal: 'tidemark baseline calculate' learns it.";
    }
}
