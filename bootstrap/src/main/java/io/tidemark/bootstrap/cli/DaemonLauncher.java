package io.tidemark.bootstrap.cli;

import io.tidemark.bootstrap.demo.DemoSettings;
import io.tidemark.bootstrap.settings.LoadedSettings;
import org.jspecify.annotations.Nullable;

/** Runs the daemon for {@code tidemark run}. */
@FunctionalInterface
public interface DaemonLauncher {
    /**
     * Starts the daemon and returns its exit code when it has stopped.
     *
     * @param demo which made-up operations to begin with, or null for none
     * @throws CommandFailure when the daemon cannot start for a reason that the user can mend
     */
    int run(LoadedSettings settings, @Nullable DemoSettings demo);

    /**
     * Checks what only the daemon's parts know: the settings of the destinations.
     *
     * @throws io.tidemark.bootstrap.settings.SettingsException with everything that is wrong
     */
    default void check(LoadedSettings settings) {}
}
