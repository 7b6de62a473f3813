package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Makes baselines the active ones of their scopes, where nobody else did so meanwhile. Announces {@link
     * Topic#BASELINES} when any was activated.
     *
     * @param replacements at most one for each scope
     * @return those that were activated
     * @throws StorageException when nothing was changed
     */
    List<ActiveBaseline> replace(List<Replacement> replacements);

    /**
     * A baseline for the place of another.
     *
     * @param present the one that must still be active, or null when there must be none
     * @param baseline the one to be activated
     */
    record Replacement(@Nullable Long present, Baseline baseline) {
        public Replacement {
            requireNonNull(baseline, "baseline");
        }
    }
}
