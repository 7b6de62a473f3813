package io.tidemark.bootstrap.cli;

import io.tidemark.application.port.Clocks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the command line finds around it.
 *
 * @param home the folder of the distribution
 */
public record Surroundings(
        Map<String, String> environment, Clocks clocks, Path home, DaemonLauncher daemon, Terminal terminal) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    Clock clock() {
        return clocks.wall();
    }

    boolean debug() {
        return "1".equals(environment.get("TIDEMARK_DEBUG"));
    }

    @Override
    public String toString() {
        return "Surroundings[home=" + home + "]";
    }
}
