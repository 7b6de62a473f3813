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

    /**
     * Looks at the tables of the configured database, without running the daemon.
     *
     * @param migrate whether they are brought up to date, unless a newer release made them
     * @throws CommandFailure when the database cannot be reached, or its tables cannot be brought up to date
     */
    default SchemaReport schema(LoadedSettings settings, boolean migrate) {
        throw new UnsupportedOperationException("this launcher has no database");
    }
}
