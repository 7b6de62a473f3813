package io.tidemark.application.port;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;

/**
 * Keeps baselines. At most one is active for a scope at any moment, whatever runs at the same time.
 *
 * <p>An operation as a whole and each of its branches are scopes of their own: activating one leaves the others as they
 * are. Safe for several threads.
 */
public interface BaselineBook {
    /**
     * Stores a baseline and makes it the active one of its scope; the one before is kept, inactive. Announces {@link
     * Topic#BASELINES}.
     *
     * @return the baseline with its number
     * @throws StorageException when nothing was changed
     */
    ActiveBaseline activate(Baseline baseline);
}
