package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.secret.Vault;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "new-key",
        description = "Prints a fresh key for secrets.key; asks no daemon, and keeps it nowhere.",
        footer = {"%nExample:", "  (umask 077; tidemark secrets new-key > secrets.key)"})
final class SecretsNewKeyCommand implements Callable<Integer> {
    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        output.out().println(Vault.newKey());
        return ExitCode.FINE;
    }
}
