package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.settings.SettingsException;
import io.tidemark.bootstrap.settings.Suggestion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into sentences and exit codes; a stack trace is shown only on demand. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final boolean debug;

    Failures(boolean debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        trace(failure, command.getErr());
        command.getErr().println(sentence(failure, command));
        if (!command.getSubcommands().isEmpty()) {
            command.getErr().println("The commands are " + String.join(", ", names(command)) + ".");
        }
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure, CommandLine command) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return Objects.requireNonNullElse(failure.getMessage(), "The command line is wrong") + ".";
        }
        var word = unmatched.getUnmatched().get(0);
        boolean isOption = word.startsWith("-");
        var choices = isOption ? command.getCommandSpec().optionsMap().keySet() : names(command);
        var close = Suggestion.closest(word, choices).map(choice -> " Did you mean '" + choice + "'?");
        var thing = isOption ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
        return "Unknown " + thing + " '" + word + "'." + close.orElse("");
    }

    /** Without other words for the same. */
    private static List<String> names(CommandLine command) {
        return command.getSubcommands().values().stream()
                .map(CommandLine::getCommandName)
                .distinct()
                .toList();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        var err = command.getErr();
        trace(failure, err);
        if (failure instanceof SettingsException wrong) {
            wrong.problems().forEach(err::println);
            return ExitCode.USAGE;
        }
        err.println(
                failure instanceof CommandFailure expected
                        ? expected.sentence()
                        : "Unexpected failure: " + failure + " (TIDEMARK_DEBUG=1 shows where)");
        return ExitCode.CANNOT;
    }

    private void trace(Exception failure, PrintWriter err) {
        if (debug) {
            failure.printStackTrace(err);
        }
    }
}
