package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which merges there were. */
public interface MergeReader {
    /**
     * The merges that were completed last, the most recent first; of those of the same instant the one stored last first.
     *
     * @param limit how many at most, at least one
     */
    List<Merge> latest(int limit);

    /** The merges that are looked for, in the order of {@link #latest}. */
    List<FiledMerge> find(MergeSearch search);

    /**
     * Which merges are looked for.
     *
     * @param filter which of them
     * @param range when they were completed
     * @param after those that come after this place, or null for the first ones
     * @param limit how many at most, at least one
     */
    record MergeSearch(
            MergeFilter filter, TimeRange range, @Nullable Place after, int limit) {
        public MergeSearch {
            requireNonNull(filter, "filter");
            requireNonNull(range, "range");
        }
    }

    /**
     * The place of a merge in the order.
     *
     * @param completion when it was completed
     * @param id its number
     */
    record Place(Instant completion, long id) {
        public Place {
            requireNonNull(completion, "completion");
        }

        public static Place of(FiledMerge filed) {
            return new Place(filed.merge().completion(), filed.id());
        }
    }
}
