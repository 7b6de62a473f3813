package io.tidemark.bootstrap.daemon;

import io.tidemark.application.port.StorageSettings;
import io.tidemark.bootstrap.cli.CommandFailure;
import io.tidemark.bootstrap.postgres.EmbeddedPostgres;
import io.tidemark.bootstrap.postgres.EmbeddedPostgres.Login;
import io.tidemark.bootstrap.postgres.StartPhase;
import io.tidemark.bootstrap.settings.DatabaseSettings;
import io.tidemark.bootstrap.settings.RetentionSettings;
import io.tidemark.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the database, whether it is embedded or the user's own.
 *
 * @param storage what the storage needs to know
 * @param description what it is, for people; without secrets
 * @param end what to say when the server has ended that the daemon started; empty while it runs
 */
record DatabaseAccess(StorageSettings storage, String description, Supplier<Optional<String>> end) {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAccess.class);

    /** Starts the embedded PostgreSQL, unless the settings name another one. */
    static DatabaseAccess open(Settings settings, Lifecycle lifecycle) {
        return settings.database().url().isEmbedded() ? embedded(settings, lifecycle) : external(settings);
    }

    /** The same for a look at it: a server that a daemon runs is asked, and no database is made. */
    static DatabaseAccess visit(Settings settings, Lifecycle lifecycle) {
        Path folder = settings.data().resolve("postgres");
        if (!settings.database().url().isEmbedded()) {
            return external(settings);
        }
        if (!EmbeddedPostgres.existsIn(folder)) {
            throw CommandFailure.cannot(
                    "There is no database in %s yet: 'tidemark run' makes one, with its tables up to date; another is named with --data, --database-url or --config."
                            .formatted(settings.data()));
        }
        return EmbeddedPostgres.loginTo(folder)
                .map(login -> embedded(settings, login, Optional::empty))
                .orElseGet(() -> embedded(settings, lifecycle));
    }

    private static DatabaseAccess embedded(Settings settings, Lifecycle lifecycle) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.data().resolve("postgres"), DatabaseAccess::tell);
        lifecycle.started("embedded PostgreSQL", left -> postgres.close());
        ScheduledExecutorService housekeeping =
                Executors.newSingleThreadScheduledExecutor(DatabaseAccess::daemonThread);
        var pruning = housekeeping.scheduleWithFixedDelay(postgres::pruneLogs, 1, 1, TimeUnit.DAYS);
        var watching = housekeeping.scheduleWithFixedDelay(
                () -> end(postgres, settings).ifPresent(LOG::error), 10, 10, TimeUnit.SECONDS);
        lifecycle.started("housekeeping", left -> {
            pruning.cancel(false);
            watching.cancel(false);
            housekeeping.shutdownNow();
        });
        return embedded(
                settings,
                new Login(postgres.jdbcUrl(), postgres.user(), postgres.password()),
                () -> end(postgres, settings));
    }

    private static DatabaseAccess embedded(Settings settings, Login login, Supplier<Optional<String>> end) {
        Map<String, String> values = common(settings);
        values.put("url", login.jdbcUrl());
        values.put("user", login.user());
        values.put("password", login.password().reveal());
        return new DatabaseAccess(new StorageSettings(values), "embedded PostgreSQL in " + settings.data(), end);
    }

    private static DatabaseAccess external(Settings settings) {
        DatabaseSettings database = settings.database();
        Map<String, String> values = common(settings);
        values.put("url", database.url().reveal());
        if (!database.user().isEmpty()) {
            values.put("user", database.user());
        }
        if (!database.password().isEmpty()) {
            values.put("password", database.password().reveal());
        }
        return new DatabaseAccess(new StorageSettings(values), "PostgreSQL at " + database.url(), Optional::empty);
    }

    private static Map<String, String> common(Settings settings) {
        RetentionSettings retention = settings.recording().retention();
        Map<String, String> values = new HashMap<>();
        values.put("schema", settings.database().schema());
        values.put("pool-size", Integer.toString(settings.database().poolSize()));
        values.put("raw-days", Long.toString(retention.timings().toDays()));
        values.put("minute-days", Long.toString(retention.minutes().toDays()));
        values.put("hour-days", Long.toString(retention.hours().toDays()));
        return values;
    }

    private static Optional<String> end(EmbeddedPostgres postgres, Settings settings) {
        return postgres.health().running()
                ? Optional.empty()
                : Optional.of("the embedded PostgreSQL has ended: start Tidemark again; why it ended is in %s"
                        .formatted(settings.data().resolve("postgres/log")));
    }

    private static Thread daemonThread(Runnable task) {
        Thread thread = new Thread(task, "tidemark-housekeeping");
        thread.setDaemon(true);
        return thread;
    }

    private static void tell(StartPhase phase) {
        switch (phase) {
            case UNPACKING -> LOG.info("Unpacking PostgreSQL (only this time)");
            case INITIALISING -> LOG.info("Making the database (only this time)");
            case ADOPTING -> LOG.info("Taking over the PostgreSQL that was left running");
            case STARTING -> LOG.info("Starting PostgreSQL");
        }
    }
}
