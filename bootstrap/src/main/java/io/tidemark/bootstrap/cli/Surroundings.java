package io.tidemark.bootstrap.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the command line finds around it.
 *
 * @param home the folder of the distribution
 */
public record Surroundings(Map<String, String> environment, Clock clock, Path home, DaemonLauncher daemon) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    boolean debug() {
        return "1".equals(environment.get("TIDEMARK_DEBUG"));
    }

    @Override
    public String toString() {
        return "Surroundings[home=" + home + "]";
    }
}
