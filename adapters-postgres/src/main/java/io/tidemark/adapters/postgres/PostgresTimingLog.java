package io.tidemark.adapters.postgres;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Retention;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.ibatis.session.SqlSession;
import org.postgresql.util.PSQLState;

/** Streams each batch into the day's partition and the minutes' roll-ups, in one transaction. */
final class PostgresTimingLog implements TimingLog {
    private final Database database;
    private final Names names;
    private final Days days;
    private final Retention retention;
    private final Clock clock;

    PostgresTimingLog(Database database, Names names, Days days, Retention retention, Clock clock) {
        this.database = database;
        this.names = names;
        this.days = days;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void append(TimingBatch timings) {
        append(timings, session -> {});
    }

    /** Stores a batch together with something else, unless it was stored before. */
    void append(TimingBatch timings, Consumer<SqlSession> together) {
        if (timings.isEmpty()) {
            return;
        }
        requireKept(timings);
        BatchId id = timings.id();
        append(CountedBatch.of(timings), session -> {
            boolean isNew = session.getMapper(TimingMapper.class).remember(id.writer(), id.number());
            if (isNew) {
                together.accept(session);
            }
            return isNew;
        });
    }

    /**
     * Stores a batch if it is for this writer to store, which is found out in the same transaction.
     *
     * @return whether it was
     */
    boolean append(CountedBatch batch, Predicate<SqlSession> claim) {
        names.registerOperations(batch.operations());
        BatchWriter writer = new BatchWriter(batch, names.branchIds(batch.branches()));
        try {
            return write(writer, batch, claim);
        } catch (StorageException e) {
            if (!isMissingDay(e)) {
                throw e;
            }
            days.forget();
            return write(writer, batch, claim);
        }
    }

    /** Why a timing cannot be stored now; empty when it can. */
    Optional<String> refusal(Timing timing) {
        return retention.refusal(timing, clock.instant());
    }

    private void requireKept(TimingBatch timings) {
        Instant now = clock.instant();
        timings.timings()
                .forEach(timing -> retention.refusal(timing, now).ifPresent(why -> {
                    throw StorageException.lasting(
                            "timing of '%s' refused: %s".formatted(timing.operation(), why), null);
                }));
    }

    private boolean write(BatchWriter writer, CountedBatch batch, Predicate<SqlSession> claim) {
        days.ensure(batch.days());
        return database.transact(session -> {
            boolean claimed = claim.test(session);
            if (claimed) {
                database.copy(session, writer::write);
            } else {
                session.rollback(true);
            }
            return claimed;
        });
    }

    /** PostgreSQL reports a row without a partition as a broken check. */
    private static boolean isMissingDay(StorageException failure) {
        return failure.getCause() instanceof SQLException refused
                && PSQLState.CHECK_VIOLATION.getState().equals(refused.getSQLState());
    }
}
