package io.tidemark.adapters.postgres;

import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.percentile.Totals;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Reads roll-ups part by part: there may be more of them than fit into memory. */
interface RollupMapper {
    /** From when on roll-ups are complete. Until the transaction ends, nobody drops any. */
    List<KeptFrom> holdKept();

    void read(@Param("reading") Reading reading, @Nullable @Param("scope") Scope scope, ResultHandler<Part> parts);

    /** The mean of each operation in each step, counted from an instant on. */
    List<Means> means(
            @Param("reading") Reading reading, @Param("start") Instant start, @Param("stepSeconds") long stepSeconds);

    List<Count> counts();

    /** The branches of some numbers, in no particular order. */
    List<TimingMapper.Branch> branches(Long[] ids);

    /** What some timings of an operation, all on one branch or on none, add up to in a minute, an hour or a day. */
    record Part(String operation, @Nullable Long branchId, Instant start, StoredSketch sketch) {}

    /** A sketch as it is stored: adding it to another takes none of its own. */
    record StoredSketch(Totals totals, Buckets buckets) {
        void addTo(Sketch sum) {
            sum.merge(totals, buckets);
        }
    }

    /** From when on the roll-ups of a level are complete. */
    record KeptFrom(Level level, Instant from) {}

    /** The steps in which an operation has timings, in no particular order, and their means. */
    record Means(String operation, List<Double> places, List<Double> micros) {
        /** Puts each mean where its step is. */
        double[] into(double[] values) {
            for (int i = 0; i < places.size(); i++) {
                values[places.get(i).intValue()] = micros.get(i);
            }
            return values;
        }
    }

    /** How many timings an operation has. */
    record Count(String operation, long timings) {}
}
