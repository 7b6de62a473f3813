package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.ServerMapper.About;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.operation.Catalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates the tables, brings them up to date, loads the catalogue, and makes the partitions of the days to come. */
final class Preparation {
    private static final int OLDEST_VERSION = 130_000;

    private final Server server;
    private final Database database;
    private final PostgresSettings settings;
    private final Migrations migrations;

    Preparation(Server server, Database database, PostgresSettings settings, Migrations migrations) {
        this.server = server;
        this.database = database;
        this.settings = settings;
        this.migrations = migrations;
    }

    void run() {
        requireKnownVersion(database.ask(ServerMapper.class, ServerMapper::about));
        migrations.run();
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

    private void distribute() {
        try (Connection connection = server.connections(Migrations.LONGEST).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.read("distribute.sql"));
        } catch (SQLException e) {
            throw new Failures(server).translate(e);
        }
    }
}
