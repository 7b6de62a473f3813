package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.UpkeepMapper.Partition;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Upkeep;
import io.tidemark.domain.timing.Retention;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds roll-ups in small transactions, and drops partitions one by one, without keeping anybody waiting for long. */
final class PostgresUpkeep implements Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresUpkeep.class);
    private static final int PARTS_AT_ONCE = 10_000;
    private static final int NOTHING_FOLDED = 0;
    /** How long it waits for those who read. */
    static final String LONGEST_WAIT = "200ms";
    /** What PostgreSQL answers when that is over. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Database database;
    private final Retention retention;
    private final Clock clock;

    PostgresUpkeep(Database database, Retention retention, Clock clock) {
        this.database = database;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void fold() {
        repeatedly(folding -> folding.countMinutes(PARTS_AT_ONCE));
        repeatedly(folding -> folding.countHours(PARTS_AT_ONCE));
        repeatedly(folding -> folding.countMerges(PARTS_AT_ONCE));
        once(Folding::mergeMinutes);
        once(Folding::mergeHours);
    }

    @Override
    public void dropOutdated() {
        database.tell(UpkeepMapper.class, mapper -> mapper.forgetWriters(retention));
        new OutdatedTraces(database).deleteBefore(clock.instant().minus(retention.raw()));
        database.tell(
                MergeMapper.class, mapper -> mapper.deleteHours(clock.instant().minus(retention.hours())));
        for (Partition partition : database.ask(UpkeepMapper.class, mapper -> mapper.outdated(retention))) {
            try {
                drop(partition);
            } catch (StorageException e) {
                if (!isLocked(e)) {
                    throw e;
                }
                putOff(partition, "it is in use");
            }
        }
    }

    /** Stops when less is left than one transaction takes: else, what arrives meanwhile might keep it going for ever. */
    private void repeatedly(ToIntFunction<Folding> work) {
        while (once(work) >= PARTS_AT_ONCE) {
            LOG.debug("More than {} parts are to be folded.", PARTS_AT_ONCE);
        }
    }

    private int once(ToIntFunction<Folding> work) {
        try {
            return database.transact(
                    session -> session.getMapper(ServerMapper.class).tryLock("fold")
                            ? work.applyAsInt(new Folding(database, session))
                            : NOTHING_FOLDED);
        } catch (StorageException e) {
            if (!isLocked(e)) {
                throw e;
            }
            LOG.debug("Roll-ups are folded later: they are in use.");
            return NOTHING_FOLDED;
        }
    }

    private void drop(Partition partition) {
        boolean done = database.transact(session -> {
            ServerMapper server = session.getMapper(ServerMapper.class);
            server.limitWaiting(LONGEST_WAIT);
            return session.getMapper(UpkeepMapper.class).drop(partition);
        });
        if (!done) {
            putOff(partition, "not all of it is folded");
        }
    }

    private static void putOff(Partition partition, String reason) {
        if (partition.overdue()) {
            LOG.warn("{} should have been dropped more than a day ago, but {}.", partition.name(), reason);
        } else {
            LOG.debug("{} is dropped later: {}.", partition.name(), reason);
        }
    }

    private static boolean isLocked(StorageException failure) {
        return failure.getCause() instanceof SQLException refused && LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
    }
}
