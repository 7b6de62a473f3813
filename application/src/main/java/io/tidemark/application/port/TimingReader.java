package io.tidemark.application.port;

import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.util.List;
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

    /**
     * The timings of a scope in a range that lie on the ends of a band or beyond, the furthest out first: by how many times
     * they are above its upper end, or its lower end is above them. The cost grows with how many are asked for, not with how
     * many there are. Scope and range are meant as {@link RollupReader#merged} means them, as far as minutes are kept.
     *
     * <p>A storage may keep single timings for a shorter time than roll-ups, or a number of the latest only; what it no
     * longer keeps is not found.
     *
     * @param limit how many at most, at least one
     * @return empty when the storage keeps no single timings, or when looking them up would take more than some seconds; the
     *     roll-ups then say all there is to say
     */
    default Optional<List<Measured>> outside(Scope scope, TimeRange range, Band quiet, int limit) {
        return Optional.empty();
    }

    /**
     * The longest timings of a scope in a range, the longest first, with who ran them on what; of those that took equally
     * long the latest first. The cost grows with how many are asked for, not with how many there are. Scope and range are
     * meant as {@link RollupReader#merged} means them, as far as minutes are kept.
     *
     * <p>Metadata is left out. A storage may keep single timings for a shorter time than roll-ups, or a number of the latest
     * only; what it no longer keeps is not found.
     *
     * @param limit how many at most, at least one
     * @return empty when the storage keeps no single timings, or when looking them up would take more than some seconds; the
     *     roll-ups then say all there is to say
     */
    default Optional<List<Timing>> slowest(Scope scope, TimeRange range, int limit) {
        return Optional.empty();
    }
}
