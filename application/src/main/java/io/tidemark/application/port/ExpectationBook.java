package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.timing.TimeRange;
import java.util.List;

/** Keeps what people have said to expect. Safe for several threads. */
public interface ExpectationBook {
    /**
     * Notes that something is to be expected. The same may be noted twice, under two numbers.
     *
     * @return it with its number; durations and instants are kept to the microsecond
     * @throws StorageException when nothing was changed
     */
    Numbered expect(ExpectedDeviation deviation);

    /** Those that hold at some instant of a range, by their number; empty when there are none. */
    List<Numbered> during(TimeRange range);

    /**
     * Forgets one: what it covered counts again.
     *
     * @return whether there was one of that number
     * @throws StorageException when nothing was changed
     */
    boolean forget(long id);

    /**
     * An expected deviation with its number.
     *
     * @param id the number
     * @param deviation what was said
     */
    record Numbered(long id, ExpectedDeviation deviation) {
        public Numbered {
            requireNonNull(deviation, "deviation");
        }
    }
}
