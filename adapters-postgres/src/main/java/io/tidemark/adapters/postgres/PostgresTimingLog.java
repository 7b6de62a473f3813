package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.Timing;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLState;

/** Streams each batch into the day's partition and the minutes' roll-ups, in one transaction. */
final class PostgresTimingLog implements TimingLog {
    private final Database database;
    private final Names names;
    private final Days days;

    PostgresTimingLog(Database database, Names names, Days days) {
        this.database = database;
        this.names = names;
        this.days = days;
    }

    @Override
    public void append(List<Timing> timings) {
        if (timings.isEmpty()) {
            return;
        }
        Batch batch = Batch.of(timings);
        names.registerOperations(batch.operations());
        BatchWriter writer = new BatchWriter(batch, names.branchIds(batch.branches()));
        try {
            write(writer, batch);
        } catch (StorageException e) {
            if (!isMissingDay(e)) {
                throw e;
            }
            days.forget();
            write(writer, batch);
        }
    }

    private void write(BatchWriter writer, Batch batch) {
        days.ensure(batch.days());
        database.copy(writer::write);
    }

    /** PostgreSQL reports a row without a partition as a broken check. */
    private static boolean isMissingDay(StorageException failure) {
        return failure.getCause() instanceof SQLException refused
                && PSQLState.CHECK_VIOLATION.getState().equals(refused.getSQLState());
    }
}
