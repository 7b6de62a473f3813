package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Totals;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.copy.CopyManager;

/** Writes roll-ups of one level, as {@code copy_rollup_minutes.sql} and its likes ask for. */
final class RollupRows implements AutoCloseable {
    private static final Map<Level, String> COPY = Map.of(
            Level.MINUTE, SqlFile.read("copy_rollup_minutes.sql"),
            Level.HOUR, SqlFile.read("copy_rollup_hours.sql"),
            Level.DAY, SqlFile.read("copy_rollup_days.sql"));
    private static final short COLUMNS = 12;

    private final CopyRows rows;
    private final Level level;
    private final boolean counted;

    private RollupRows(CopyRows rows, Level level, boolean counted) {
        this.rows = rows;
        this.level = level;
        this.counted = counted;
    }

    /** Rows that the next level counts already, or not. Days have no next level. */
    static RollupRows of(Level level, boolean counted, CopyManager copies) throws SQLException {
        return new RollupRows(new CopyRows(copies.copyIn(requireNonNull(COPY.get(level)))), level, counted);
    }

    void add(RollupKey key, Totals totals, Buckets buckets) throws SQLException {
        long start = CopyRows.micros(key.start());
        rows.startRow(level == Level.DAY ? (short) (COLUMNS - 1) : COLUMNS);
        rows.text(key.operation());
        rows.int8(key.branchId());
        if (level == Level.DAY) {
            rows.dayOf(start);
        } else {
            rows.timestamp(start);
        }
        rows.int8(totals.count());
        rows.int8(totals.sum());
        rows.numeric(totals.sumOfSquares());
        rows.int8(totals.min());
        rows.int8(totals.max());
        rows.bytes(buckets.packed());
        rows.int2s(buckets.size(), buckets::number);
        rows.int8s(buckets.size(), buckets::count);
        if (level != Level.DAY) {
            rows.bool(counted);
        }
    }

    /** Waits until the server has taken all of them. */
    void finish() throws SQLException {
        rows.finish();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
