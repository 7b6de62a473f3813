package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.FurthestMinutes.Stretches;
import io.tidemark.adapters.postgres.PostgresTimingReader.Question;
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

    /** The parts that have the timings furthest outside of a band, and all that are as far out as the last of them. */
    List<Part> furthest(@Param("reading") Reading reading, @Param("question") Question question);

    /** The same of the minutes in some stretches. */
    List<Part> furthestWithin(@Param("stretches") Stretches stretches, @Param("question") Question question);

    /** The mean of each operation in each step, counted from an instant on. */
    List<Means> means(
            @Param("reading") Reading reading, @Param("start") Instant start, @Param("stepSeconds") long stepSeconds);

    List<Count> counts();

    /** The branches of an operation with most timings, of those with equally many the first by name. */
    List<BusyBranch> busiest(@Param("reading") Reading reading, @Param("scope") Scope scope, @Param("most") int most);

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

    /**
     * A branch, or null and the empty name for what is on none.
     *
     * @param branches how many there are, less busy ones included
     */
    record BusyBranch(@Nullable Long id, String name, int branches) {}

    /** How many timings an operation has. */
    record Count(String operation, long timings) {}
}
