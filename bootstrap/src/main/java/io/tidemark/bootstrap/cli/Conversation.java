package io.tidemark.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * All that a command needs to ask the daemon and to print its answer: the options of {@link DaemonOptions}, the option
 * {@code --json}, and where to print. A command holds one, asks, and returns what {@code show} or {@code tell} returns:
 *
 * <pre>{@code
 * @Mixin
 * private final Conversation conversation = new Conversation();
 *
 * @Override
 * public Integer call() {
 *     var answer = conversation.client().get("/api/v1/baselines/pending");
 *     return conversation.show(answer, PENDING.in("pending"), found -> !found.path("pending").isEmpty());
 * }
 * }</pre>
 *
 * <p>Lists are a {@link Listing}; a command that acts says what became of it with {@link #tell}. The functions are not
 * called when JSON is wanted. What the daemon refuses is thrown by the client, as a sentence; a command catches nothing.
 */
@Command
final class Conversation {
    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    DaemonClient client() {
        return daemon.client();
    }

    /** For what is no part of the answer. */
    PrintWriter err() {
        return output.err();
    }

    /** Colours only for a terminal. */
    Ansi ansi() {
        return output.ansi();
    }

    /** Prints a line of what takes its time, unless an answer is printed as it is. */
    void tellAtOnce(String line) {
        if (!json) {
            output.out().println(line);
        }
    }

    /** Prints the lines, or the answer as it is. */
    int show(JsonNode answer, Function<JsonNode, List<String>> lines) {
        return show(answer, lines, nothing -> false);
    }

    /** @param found whether a person should look at something in the answer, which the exit code tells */
    int show(JsonNode answer, Function<JsonNode, List<String>> lines, Predicate<JsonNode> found) {
        var printed = json ? List.of(answer.toPrettyString()) : lines.apply(answer);
        printed.forEach(output.out()::println);
        return found.test(answer) ? ExitCode.FOUND : ExitCode.FINE;
    }

    /** Prints the sentence, or the answer as it is. */
    int tell(JsonNode answer, Function<JsonNode, String> sentence) {
        return show(answer, said -> List.of(sentence.apply(said)));
    }
}
