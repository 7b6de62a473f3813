package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/**
 * Writes a batch as the rows that the {@code copy} statements ask for. Most timings have no details: a batch of such is
 * written without these columns, which is a tenth faster.
 */
final class BatchWriter {
    private static final String COPY_TIMINGS = SqlFile.read("copy_timings.sql");
    private static final String COPY_DETAILED_TIMINGS = SqlFile.read("copy_detailed_timings.sql");
    private static final String COPY_NUMBERED_TIMINGS = SqlFile.read("copy_numbered_timings.sql");
    private static final short COLUMNS = 9;
    private static final short DETAILED_COLUMNS = 16;
    private static final short NUMBERED_COLUMNS = 17;
    private static final long SECONDS_PER_MINUTE = 60;

    private final CountedBatch batch;
    private final Map<String, Long> branchIds;
    private final boolean numbered;
    private final boolean detailed;

    BatchWriter(CountedBatch batch, Map<String, Long> branchIds) {
        this.batch = batch;
        this.branchIds = branchIds;
        this.numbered = batch.hasNumbers();
        this.detailed = numbered || batch.hasDetails();
    }

    void write(CopyManager copies) throws SQLException {
        Map<CountedBatch.Key, Buckets> buckets = new HashMap<>();
        try (CopyRows rows = new CopyRows(copies.copyIn(copyTimings()))) {
            writeTimings(rows);
            // Collected while the server still works on the rows.
            batch.parts().forEach((key, sketch) -> buckets.put(key, sketch.buckets()));
            rows.finish();
        }
        try (RollupRows rows = RollupRows.of(Level.MINUTE, false, copies)) {
            for (Map.Entry<CountedBatch.Key, Buckets> part : buckets.entrySet()) {
                CountedBatch.Key key = part.getKey();
                rows.add(rowKey(key), requireNonNull(batch.parts().get(key)).totals(), part.getValue());
            }
            rows.finish();
        }
    }

    void writeTimings(CopyRows rows) throws SQLException {
        Iterator<Long> metricIds = batch.metricIds().iterator();
        for (Timing timing : batch.batch().timings()) {
            if (numbered) {
                rows.startRow(NUMBERED_COLUMNS);
                rows.int8(metricIds.next());
            } else {
                rows.startRow(detailed ? DETAILED_COLUMNS : COLUMNS);
            }
            writeTiming(timing, rows);
        }
    }

    private String copyTimings() {
        if (numbered) {
            return COPY_NUMBERED_TIMINGS;
        }
        return detailed ? COPY_DETAILED_TIMINGS : COPY_TIMINGS;
    }

    private void writeTiming(Timing timing, CopyRows rows) throws SQLException {
        Context context = timing.context();
        long end = CopyRows.micros(timing.end());
        long start = end - timing.durationMicros();
        rows.text(timing.operation());
        rows.text(context.name());
        rows.int8(timing.durationMicros());
        rows.timestamp(start);
        rows.timestamp(end);
        rows.int8(branchId(context.branch()));
        rows.text(context.user());
        rows.text(context.session());
        rows.dayOf(start);
        if (detailed) {
            writeDetails(context.details(), rows);
        }
    }

    private static void writeDetails(Details details, CopyRows rows) throws SQLException {
        Resources resources = details.resources();
        SpanId span = details.span();
        rows.int8(resources.rowsAffected());
        rows.int8(resources.memoryBytes());
        rows.int8(resources.cpuMicros());
        rows.json(details.metadata());
        rows.json(details.error());
        rows.text(span == null ? null : span.traceId());
        rows.text(span == null ? null : span.spanId());
    }

    private RollupKey rowKey(CountedBatch.Key key) {
        Instant minute = Instant.ofEpochSecond(key.minute() * SECONDS_PER_MINUTE);
        return new RollupKey(key.operation(), branchId(key.branch()), minute);
    }

    private @Nullable Long branchId(@Nullable String branch) {
        return branch == null ? null : requireNonNull(branchIds.get(Text.storable(branch)), branch);
    }
}
