package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

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
    private static final Listing EXPECTED = Listing.of(
                    right("ID", 8, "id"),
                    left("OPERATION", 28, "operation"),
                    left("FROM", 20, "from"),
                    left("UNTIL", 20, "until"),
                    right("UP TO", 8, DetectExpectCommand::most),
                    left("WHO", 16, "who"),
                    left("WHY", 60, "why"))
            .whenEmpty("Nothing is expected.");

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

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(answer(), this::lines);
    }

    private List<String> lines(JsonNode answer) {
        return forget == null
                ? EXPECTED.lines(operation == null ? answer.path("expected") : answer)
                : List.of("Nothing is expected any more under number " + Text.of(answer, "forgotten", "?") + ".");
    }

    private JsonNode answer() {
        if (forget != null) {
            return conversation.client().delete(PATH + "/" + forget);
        }
        return operation == null
                ? conversation.client().get(PATH)
                : conversation.client().post(PATH, deviation());
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

    private static String most(JsonNode one) {
        var most = one.path("upToMicros");
        return most.isNumber() ? DurationText.of(most.asDouble()) : "-";
    }
}
