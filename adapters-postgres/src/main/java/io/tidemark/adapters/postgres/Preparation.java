package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.ServerMapper.About;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.operation.Catalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates the tables, brings them up to date, loads the catalogue, and makes the partitions of the days to come. */
final class Preparation {
    private static final int OLDEST_VERSION = 130_000;
    private static final Duration LONGEST_MIGRATION = Duration.ofMinutes(30);
    private static final String MIGRATIONS = "classpath:io/tidemark/adapters/postgres/migration";
    private static final String AFTERWARDS = "classpath:io/tidemark/adapters/postgres/callback";

    private final Server server;
    private final Database database;
    private final PostgresSettings settings;

    Preparation(Server server, Database database, PostgresSettings settings) {
        this.server = server;
        this.database = database;
        this.settings = settings;
    }

    void run() {
        requireKnownVersion(database.ask(ServerMapper.class, ServerMapper::about));
        migrate();
        if (settings.tables().distributed()) {
            distribute();
        }
        database.tell(OperationMapper.class, mapper -> mapper.load(Catalogue.known()));
        database.ask(TimingMapper.class, mapper -> mapper.addDaysAhead(Days.AHEAD));
    }

    private void requireKnownVersion(About about) {
        if (about.versionNumber() < OLDEST_VERSION) {
            throw StorageException.lasting(
                    "PostgreSQL at %s is version %s: it takes 13 or newer".formatted(server, about.version()), null);
        }
    }

    /** Whoever comes second waits until the first is done, and finds nothing left to do. */
    private void migrate() {
        try {
            Flyway.configure(Preparation.class.getClassLoader())
                    .dataSource(server.connections(LONGEST_MIGRATION))
                    .schemas(server.schema())
                    .locations(MIGRATIONS, AFTERWARDS)
                    .placeholders(Map.of(
                            "rawDays", Long.toString(settings.retention().raw().toDays())))
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            RuntimeException failure = new Failures(server).translate(e);
            throw failure instanceof StorageException
                    ? failure
                    : StorageException.lasting(
                            "the tables in schema %s of PostgreSQL at %s cannot be brought up to date: %s"
                                    .formatted(server.schema(), server, e.getMessage()),
                            e);
        }
    }

    private void distribute() {
        try (Connection connection = server.connections(LONGEST_MIGRATION).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.read("distribute.sql"));
        } catch (SQLException e) {
            throw new Failures(server).translate(e);
        }
    }
}
