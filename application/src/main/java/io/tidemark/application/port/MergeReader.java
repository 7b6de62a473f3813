package io.tidemark.application.port;

import io.tidemark.domain.merge.Merge;
import java.util.List;

/** Tells which merges there were. */
public interface MergeReader {
    /**
     * The merges that were completed last, the most recent first; of those of the same instant the one stored last first.
     *
     * @param limit how many at most, at least one
     */
    List<Merge> latest(int limit);
}
