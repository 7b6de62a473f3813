package io.tidemark.bootstrap.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "exclude",
        description =
                "Takes time out of what is normal, such as that of a load test; without options, lists what is taken out.",
        footer = {
            "%nExamples:",
            "  tidemark baseline exclude --from 2026-11-20T14:00:00Z --to 2026-11-20T16:00:00Z --reason 'load test'",
            "  tidemark baseline exclude commit --from 2026-11-20T14:00:00Z --reason 'disk is being moved'",
            "  tidemark baseline exclude --lift 3"
        })
final class BaselineExcludeCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/baselines/exclusions";

    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "Only this operation and its branches.")
    private @Nullable String operation;

    @Option(names = "--branch", paramLabel = "BRANCH", description = "Only this branch of it.")
    private @Nullable String branch;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Since when, such as 2026-11-20T14:00:00Z.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Until when; until it is lifted if left out.")
    private @Nullable Instant to;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever finds it later.")
    private @Nullable String reason;

    @Option(names = "--lift", paramLabel = "ID", description = "Lets the time of this exclusion count again.")
    private @Nullable Long lifted;

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
        } else if (lifted != null) {
            output.out().println("Exclusion %s is lifted.".formatted(Text.of(answer, "id", "?")));
        } else if (from != null) {
            output.out().println("Exclusion %s is in force.".formatted(Text.of(answer, "id", "?")));
        } else if (answer.path("exclusions").isEmpty()) {
            output.out().println("Nothing is taken out.");
        } else {
            BaselineTables.exclusions(answer.path("exclusions")).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private JsonNode answer() {
        if (lifted != null) {
            return daemon.client().delete(PATH + "/" + lifted + "?by=" + DaemonClient.encoded(Person.name()));
        }
        if (from == null && (to != null || reason != null || operation != null)) {
            throw CommandFailure.cannot("--from is missing: say since when, such as --from 2026-11-20T14:00:00Z.");
        }
        if (from == null) {
            return daemon.client().get(PATH);
        }
        var wanted = new LinkedHashMap<String, @Nullable Object>();
        wanted.put("operation", operation);
        wanted.put("branch", branch);
        wanted.put("from", from.toString());
        wanted.put("to", to == null ? null : Objects.toString(to));
        wanted.put("reason", reason);
        wanted.put("by", Person.name());
        return daemon.client().post(PATH, wanted);
    }
}
