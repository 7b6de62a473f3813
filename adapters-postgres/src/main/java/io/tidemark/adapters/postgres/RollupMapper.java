package io.tidemark.adapters.postgres;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.percentile.Totals;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;

/** Reads roll-ups part by part: there may be more of them than fit into memory. */
interface RollupMapper {
    void ofScope(Scope scope, TimeRange range, ResultHandler<Part> parts);

    void ofRange(@Param("range") TimeRange range, ResultHandler<Part> parts);

    List<Count> counts();

    /** What one batch added to one minute. */
    final class Part {
        private final long id;
        private final String operation;
        private final Instant minute;
        private final Sketch sketch;

        Part(long id, String operation, Instant minute, Totals totals, byte[] buckets) {
            this.id = id;
            this.operation = operation;
            this.minute = minute;
            sketch = Sketch.restore(totals, buckets);
        }

        String operation() {
            return operation;
        }

        Instant minute() {
            return minute;
        }

        Sketch sketch() {
            return sketch;
        }

        @Override
        public String toString() {
            return "Part[id=%d, operation=%s, minute=%s, %s]".formatted(id, operation, minute, sketch);
        }
    }

    /** How many timings an operation has. */
    record Count(String operation, long timings) {}
}
