package io.tidemark.application.port;

import io.tidemark.domain.correlation.BottleneckRule;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the rows that users add to the table of what operations share when they get slow together. Safe for several
 * threads.
 */
public interface BottleneckBook {
    /** The rows, the latest first: in the order in which they are tried, before those of the product. */
    List<BottleneckRule> rules();

    /**
     * Adds a row.
     *
     * @return the row with its number, which no other row ever had
     * @throws StorageException when it was not added
     */
    BottleneckRule add(BottleneckRule rule);

    /**
     * Removes a row.
     *
     * @return the row as it was; empty when there is none of that number
     * @throws StorageException when it was not removed
     */
    Optional<BottleneckRule> remove(long id);
}
