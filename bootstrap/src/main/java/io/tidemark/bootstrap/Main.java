package io.tidemark.bootstrap;

import io.tidemark.application.port.Clocks;
import io.tidemark.bootstrap.cli.Surroundings;
import io.tidemark.bootstrap.cli.Terminal;
import io.tidemark.bootstrap.cli.TidemarkCommand;
import io.tidemark.bootstrap.daemon.Daemon;
import java.nio.file.Path;

/** The program {@code tidemark}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("tidemark.home", "."));
        Clocks clocks = Clocks.system();
        Surroundings surroundings =
                new Surroundings(System.getenv(), clocks, home, new Daemon(home, clocks), Terminal.ofProcess());
        System.exit(TidemarkCommand.commandLine(surroundings).execute(arguments));
    }
}
