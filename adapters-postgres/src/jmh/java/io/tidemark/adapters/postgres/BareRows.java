package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/** The rows of timings as {@link BatchWriter} sends them, kept. */
final class BareRows {
    static final String COPY = SqlFile.read("copy_timings.sql").replace("performance_metrics", "bare");

    private BareRows() {}

    static byte[] of(List<Timing> timings) throws SQLException {
        Map<String, Long> branches = new HashMap<>();
        timings.forEach(timing ->
                branches.putIfAbsent(String.valueOf(timing.context().branch()), branches.size() + 1L));
        Kept kept = new Kept();
        try (CopyRows rows = new CopyRows(kept)) {
            new BatchWriter(new CountedBatch(TimingBatch.of(timings), Map.of(), List.of()), branches).writeTimings(rows);
            rows.finish();
        }
        return kept.bytes.toByteArray();
    }

    /** Takes rows without a server. */
    private static final class Kept implements CopyIn {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void writeToCopy(byte[] buffer, int offset, int length) {
            bytes.write(buffer, offset, length);
        }

        @Override
        public void writeToCopy(ByteStreamWriter from) {
            throw new UnsupportedOperationException("rows come as bytes");
        }

        @Override
        public void flushCopy() {}

        @Override
        public long endCopy() {
            return 0;
        }

        @Override
        public int getFieldCount() {
            return 0;
        }

        @Override
        public int getFormat() {
            return 1;
        }

        @Override
        public int getFieldFormat(int field) {
            return 1;
        }

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public void cancelCopy() {}

        @Override
        public long getHandledRowCount() {
            return 0;
        }
    }
}
