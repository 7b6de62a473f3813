package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.ServerMapper.About;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Asks the server whether it is there. */
final class DatabaseHealth {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Server server;
    private final Database database;

    DatabaseHealth(Server server, Database database) {
        this.server = server;
        this.database = database;
    }

    Health now() {
        try {
            About about = database.transact(session -> {
                limit(session.getConnection());
                return session.getMapper(ServerMapper.class).about();
            });
            return about.prepared()
                    ? Health.up("PostgreSQL %s at %s, schema %s".formatted(about.version(), server, server.schema()))
                    : Health.down("PostgreSQL at %s has no tables in schema %s: prepare the storage first"
                            .formatted(server, server.schema()));
        } catch (StorageException e) {
            return Health.down(String.valueOf(e.getMessage()));
        }
    }

    /** The pool puts back its own limit when it gets the connection back. */
    private void limit(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) LIMIT.toMillis());
        } catch (SQLException e) {
            throw new Failures(server).translate(e);
        }
    }
}
