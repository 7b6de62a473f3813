package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

/**
 * The baseline that timings of its scope are held against now.
 *
 * @param id its number in the storage
 * @param baseline what it says
 */
public record ActiveBaseline(long id, Baseline baseline) {
    public ActiveBaseline {
        requireNonNull(baseline, "baseline");
    }
}
