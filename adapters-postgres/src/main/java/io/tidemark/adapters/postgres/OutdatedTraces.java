package io.tidemark.adapters.postgres;

import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * Deletes traces and merges that are kept no longer, piece by piece: each piece is a transaction that others need not
 * wait for long.
 */
final class OutdatedTraces {
    static final int ROOTS_AT_A_TIME = 100;
    static final int MERGES_AT_A_TIME = 1_000;

    private final Database database;

    OutdatedTraces(Database database) {
        this.database = database;
    }

    /**
     * Deletes the traces whose first root started before an instant, each as a whole, and the merges that ended before
     * it.
     *
     * @return how many spans and merges these were
     */
    long deleteBefore(Instant instant) {
        return piecewise(() -> database.ask(TraceMapper.class, mapper -> mapper.deleteTraces(instant, ROOTS_AT_A_TIME)))
                + piecewise(() ->
                        database.ask(MergeMapper.class, mapper -> mapper.deleteMerges(instant, MERGES_AT_A_TIME)));
    }

    private static long piecewise(IntSupplier piece) {
        long all = 0;
        int deleted;
        do {
            deleted = piece.getAsInt();
            all += deleted;
        } while (deleted > 0);
        return all;
    }
}
