package io.tidemark.adapters.postgres;

import io.tidemark.application.port.Schema;
import io.tidemark.application.port.SchemaState;
import io.tidemark.application.port.SchemaState.Step;
import io.tidemark.application.port.StorageException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** The steps from one version of the tables to the next. */
final class Migrations implements Schema {
    static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String STEPS = "classpath:io/tidemark/adapters/postgres/migration";
    private static final String AFTERWARDS = "classpath:io/tidemark/adapters/postgres/callback";

    private final Server server;
    private final PostgresSettings settings;

    Migrations(Server server, PostgresSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Whoever comes second waits until the first is done, and finds nothing left to do. */
    void run() {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            throw translated("cannot be brought up to date", e);
        }
    }

    @Override
    public SchemaState state() {
        try {
            MigrationInfo[] all = flyway().info().all();
            return new SchemaState(
                    latest(all, MigrationState::isApplied),
                    latest(all, MigrationState::isResolved),
                    steps(all, state -> state == MigrationState.PENDING),
                    steps(all, state -> state.isApplied() && !state.isResolved()));
        } catch (FlywayException e) {
            throw translated("cannot be looked at", e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.connections(LONGEST))
                .schemas(server.schema())
                .locations(STEPS, AFTERWARDS)
                .placeholders(Map.of(
                        "rawDays", Long.toString(settings.retention().raw().toDays())))
                .cleanDisabled(true)
                .load();
    }

    private static @Nullable String latest(MigrationInfo[] all, Predicate<MigrationState> wanted) {
        return versioned(all, wanted)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse(null);
    }

    private static List<Step> steps(MigrationInfo[] all, Predicate<MigrationState> wanted) {
        return versioned(all, wanted)
                .map(step -> new Step(step.getVersion().getVersion(), step.getDescription()))
                .toList();
    }

    private static Stream<MigrationInfo> versioned(MigrationInfo[] all, Predicate<MigrationState> wanted) {
        return Arrays.stream(all).filter(step -> step.getVersion() != null && wanted.test(step.getState()));
    }

    private RuntimeException translated(String cannot, FlywayException e) {
        RuntimeException failure = new Failures(server).translate(e);
        return failure instanceof StorageException
                ? failure
                : StorageException.lasting(
                        "the tables in schema %s of PostgreSQL at %s %s: %s"
                                .formatted(server.schema(), server, cannot, e.getMessage()),
                        e);
    }
}
