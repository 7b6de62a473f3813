package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "pairs",
        description = "Tells for each pair of branches where merges lose their time, since when, and what would help;"
                + " the exit code is 1 when the p99 of one is CRITICAL.",
        footer = {
            "%nExamples:",
            "  tidemark merges pairs",
            "  tidemark merges pairs --target main --hours 168 --limit 5"
        })
final class MergesPairsCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    private static final Listing PAIRS = Listing.of(
                    left("SOURCE", 24, "source"),
                    left("TARGET", 14, "target"),
                    right("MERGES", 6, pair -> Text.of(pair.path("figures"), "merges", "?")),
                    right("AVERAGE", 8, pair -> total(pair, "averageMicros")),
                    right("P99", 8, pair -> total(pair, "p99Micros")),
                    left("SLA", 8, "sla"),
                    left("BOTTLENECK", 19, pair -> Text.of(pair.path("figures"), "bottleneck", "?")),
                    left("WHERE", 24, pair -> MergeText.bar(times(pair).path("shares"))),
                    right("AUTO", 5, pair -> MergeText.percent(conflicts(pair).path("automaticRate"))))
            .whenEmpty("No merges in that time.");

    @Mixin
    private final MergeOptions merges = new MergeOptions();

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many pairs at most: ${DEFAULT-VALUE} if left out.")
    private int limit;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get(merges.of("/api/v1/merges/pairs?limit=" + limit));
        return conversation.show(answer, MergesPairsCommand::lines, MergesPairsCommand::hasCritical);
    }

    private static List<String> lines(JsonNode answer) {
        var pairs = answer.path("pairs");
        var lines = new ArrayList<>(PAIRS.lines(pairs));
        if (!pairs.isEmpty()) {
            lines.add("");
            lines.add("WHERE: B finding the merge base, D detecting conflicts, R resolving them, . outside these");
        }
        for (var pair : pairs) {
            lines.add("");
            lines.add("%s into %s".formatted(Text.of(pair, "source", "?"), Text.of(pair, "target", "?")));
            since(pair.path("shift"), lines);
            lines.addAll(wrapped(Text.of(pair.path("advice"), "evidence", "")));
            lines.addAll(wrapped(Text.of(pair.path("advice"), "remedy", "")));
        }
        return lines;
    }

    private static void since(JsonNode shift, List<String> lines) {
        if (shift.isObject()) {
            var level = shift.path("shift");
            lines.add("  Since %s it takes %s instead of %s, most of it in %s (%s more)."
                    .formatted(
                            Text.of(level, "since", "?"),
                            MergeText.duration(level.path("afterMicros")),
                            MergeText.duration(level.path("beforeMicros")),
                            Text.of(shift, "phase", "?"),
                            MergeText.duration(shift.path("addedMicros"))));
        }
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(" ");
        for (var word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean hasCritical(JsonNode answer) {
        return answer.path("pairs")
                .valueStream()
                .anyMatch(pair -> Text.of(pair, "sla", "").equals("CRITICAL"));
    }

    private static String total(JsonNode pair, String key) {
        return MergeText.duration(times(pair).path("total").path(key));
    }

    private static JsonNode times(JsonNode pair) {
        return pair.path("figures").path("times");
    }

    private static JsonNode conflicts(JsonNode pair) {
        return pair.path("figures").path("conflicts");
    }
}
