package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFactory;
import io.tidemark.application.port.StorageSettings;
import java.time.Clock;

/**
 * Makes storages that keep everything in a PostgreSQL database.
 *
 * <p>Settings: {@code url} ({@code jdbc:postgresql://host:port/database}, required), {@code user}, {@code password},
 * {@code schema} ({@code tidemark} if not given) and {@code pool-size} (8). Time is the database's own: the clock is
 * not used.
 */
public final class PostgresStorageFactory implements StorageFactory {
    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Storage create(StorageSettings settings, Clock clock) {
        requireNonNull(clock, "clock");
        return new PostgresStorage(PostgresSettings.of(settings), clock);
    }
}
