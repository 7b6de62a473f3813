package io.tidemark.bootstrap.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command prints to. Without an annotation picocli would not take it as a mixin. */
@Command
final class Output {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** Prints colours only to a terminal. */
    Ansi ansi() {
        return spec().commandLine().getColorScheme().ansi();
    }

    private CommandSpec spec() {
        return requireNonNull(command, "set by picocli when the command line is built");
    }
}
