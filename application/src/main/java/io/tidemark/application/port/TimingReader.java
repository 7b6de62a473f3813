package io.tidemark.application.port;

import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.util.Optional;

/** Tells single timings, for figures that must be exact. */
public interface TimingReader {
    /**
     * The durations of a scope in a range, in microseconds and in no particular order. Scope and range are meant as
     * {@link RollupReader#merged} means them.
     *
     * @param limit how many at most
     * @return empty when there are more than that, when the storage keeps no single timings, or when looking them up
     *     would take more than some seconds; the roll-ups then say all there is to say
     */
    Optional<long[]> durations(Scope scope, TimeRange range, int limit);
}
