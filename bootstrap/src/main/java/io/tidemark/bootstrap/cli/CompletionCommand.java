package io.tidemark.bootstrap.cli;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints what lets a shell complete commands and options.",
        footer = {
            "%nExamples:",
            "  source <(tidemark completion bash)",
            "  tidemark completion bash > ~/.local/share/bash-completion/completions/tidemark",
            "  source <(tidemark completion zsh)",
            "  tidemark completion zsh > ~/.tidemark.zsh && echo 'source ~/.tidemark.zsh' >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    private enum Shell {
        BASH(""),
        /** Understands the completions of bash when it is asked to. */
        ZSH("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");

        private final String before;

        Shell(String before) {
            this.before = before;
        }
    }

    /** As people write them. */
    private static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh").iterator();
        }
    }

    @Parameters(paramLabel = "SHELL", completionCandidates = Names.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var root = requireNonNull(spec, "set by picocli").root();
        output.out().print(shell.before + AutoComplete.bash(root.name(), root.commandLine()));
        output.out().flush();
        return ExitCode.FINE;
    }
}
