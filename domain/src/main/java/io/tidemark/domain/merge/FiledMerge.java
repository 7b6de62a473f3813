package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

/**
 * A merge with the number that a storage gave it.
 *
 * @param id its number: larger than that of every merge that was stored before
 * @param merge the merge
 */
public record FiledMerge(long id, Merge merge) {
    public FiledMerge {
        requireNonNull(merge, "merge");
    }
}
