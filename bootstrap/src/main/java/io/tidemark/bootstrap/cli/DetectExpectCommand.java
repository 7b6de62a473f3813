package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import io.tidemark.domain.timing.DurationText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "expect",
        description = "Says that an operation will be out of the ordinary for a time, so that it raises no alerts then;"
                + " lists what is expected when no operation is named.",
        footer = {
            "%nExamples:",
            "  tidemark detect expect",
            "  tidemark detect expect commit --until 2026-11-30T18:00:00Z --why 'The disks are moved.'",
            "  tidemark detect expect commit --until 2026-11-30T18:00:00Z --up-to-millis 250 --why 'Indexes are built.'",
            "  tidemark detect expect --forget 3"
        })
final class DetectExpectCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/expected-deviations";
    private static final double MICROS_PER_MILLI = 1_000;

    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "The operation, such as commit.")
    private @Nullable String operation;

    @Option(names = "--from", paramLabel = "INSTANT", description = "From when on; now if left out.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Until when, such as 2026-11-30T18:00:00Z.")
    private @Nullable String until;

    @Option(
            names = "--up-to-millis",
            paramLabel = "MILLIS",
            description = "How long a timing may take to be expected; however long if left out.")
    private @Nullable Double upTo;

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, in a sentence.")
    private @Nullable String why;

    @Option(names = "--who", paramLabel = "NAME", description = "Who says so; whoever runs this if left out.")
    private String who = System.getProperty("user.name", "somebody");

    @Option(names = "--forget", paramLabel = "ID", description = "Takes back what was said under this number.")
    private @Nullable Long forget;

    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = answer();
        if (json) {
            output.out().println(answer.toPrettyString());
        } else if (forget != null) {
            output.out()
                    .println("Nothing is expected any more under number " + Text.of(answer, "forgotten", "?") + ".");
        } else {
            lines(operation == null ? answer.path("expected") : answer).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private JsonNode answer() {
        if (forget != null) {
            return daemon.client().delete(PATH + "/" + forget);
        }
        return operation == null ? daemon.client().get(PATH) : daemon.client().post(PATH, deviation());
    }

    private Map<String, @Nullable Object> deviation() {
        var deviation = new LinkedHashMap<String, @Nullable Object>();
        deviation.put("operation", operation);
        deviation.put("from", from);
        deviation.put("until", until);
        deviation.put("upToMicros", upTo == null ? null : Math.round(upTo * MICROS_PER_MILLI));
        deviation.put("who", who);
        deviation.put("why", why);
        return deviation;
    }

    private static List<String> lines(JsonNode expected) {
        if (expected.isArray() && expected.isEmpty()) {
            return List.of("Nothing is expected.");
        }
        var table = new Table(
                right("ID", 8),
                left("OPERATION", 28),
                left("FROM", 20),
                left("UNTIL", 20),
                right("UP TO", 8),
                left("WHO", 16),
                left("WHY", 60));
        for (var one : expected.isArray() ? expected : List.of(expected)) {
            var most = one.path("upToMicros");
            table.row(
                    Text.of(one, "id", "?"),
                    Text.of(one, "operation", "?"),
                    Text.of(one, "from", "?"),
                    Text.of(one, "until", "?"),
                    most.isNumber() ? DurationText.of(most.asDouble()) : "-",
                    Text.of(one, "who", "?"),
                    Text.of(one, "why", "?"));
        }
        return table.lines();
    }
}
