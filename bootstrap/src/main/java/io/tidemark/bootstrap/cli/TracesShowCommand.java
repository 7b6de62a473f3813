package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "show",
        description = "Shows a trace as a waterfall: each span below what it is a part of.",
        footer = {
            "%nExamples:",
            "  tidemark traces show 4bf92f3577b34da6a3ce929d0e0e4736",
            "  tidemark traces show 4bf92f3577b34da6a3ce929d0e0e4736 --limit 20 --json"
        })
final class TracesShowCommand implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(
            paramLabel = "TRACE",
            description = "The trace: 32 hexadecimal digits, as tidemark traces list shows it.")
    private String trace = "";

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "200",
            description = "How many spans at most, those that took longest: ${DEFAULT-VALUE} if left out.")
    private int limit;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer =
                conversation.client().get("/api/v1/traces/%s?limit=%d".formatted(DaemonClient.encoded(trace), limit));
        return conversation.show(answer, TracesShowCommand::lines);
    }

    private static List<String> lines(JsonNode answer) {
        long whole = answer.path("micros").asLong(0);
        var waterfall = Listing.of(
                        left("SPAN", 44, TracesShowCommand::name),
                        right("TOOK", 8, span -> MergeText.duration(span.path("micros"))),
                        right("OWN", 8, span -> MergeText.duration(span.path("ownMicros"))),
                        right("SHARE", 6, span -> MergeText.percent(span.path("shareOfRoot"))),
                        left("STATUS", 7, "status"),
                        left("WHEN", BAR, span -> bar(span, whole)))
                .noting(TracesShowCommand::note);
        var lines = new ArrayList<String>();
        var root = answer.path("root");
        lines.add("%s, %s, by %s: %s from %s on"
                .formatted(
                        Text.of(root, "operation", "?"),
                        Text.of(root, "name", "?"),
                        Text.of(root, "user", "?"),
                        MergeText.duration(answer.path("micros")),
                        Text.of(answer, "start", "?")));
        lines.addAll(waterfall.lines(answer.path("spans")));
        long leftOut = answer.path("leftOut").asLong(0);
        if (leftOut > 0) {
            lines.add("%d spans that took less are left out: --limit shows more.".formatted(leftOut));
        }
        return lines;
    }

    private static String name(JsonNode span) {
        return "  ".repeat(span.path("depth").asInt(0)) + Text.of(span, "operation", "?") + " "
                + Text.of(span, "name", "");
    }

    private static String note(JsonNode span) {
        var indent = "  ".repeat(span.path("depth").asInt(0));
        var error = Text.of(span, "error", "");
        long leftOut = span.path("leftOut").asLong(0);
        if (!error.isEmpty()) {
            return indent + error;
        }
        return leftOut == 0 ? "" : indent + "and " + leftOut + " shorter parts";
    }

    /** At least one column wide; a span that runs goes on to the end. */
    private static String bar(JsonNode span, long whole) {
        if (whole == 0) {
            return "";
        }
        double offset = span.path("offsetMicros").asDouble(0);
        double micros = span.path("micros").isNumber() ? span.path("micros").asDouble() : whole - offset;
        int from = (int) Math.min(BAR - 1, offset / whole * BAR);
        int length = (int) Math.max(1, Math.min(BAR - from, Math.round(micros / whole * BAR)));
        return " ".repeat(from) + "█".repeat(length);
    }
}
