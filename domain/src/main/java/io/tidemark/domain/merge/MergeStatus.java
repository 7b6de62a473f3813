package io.tidemark.domain.merge;

/** How a merge went. */
public enum MergeStatus {
    SUCCESS,
    /** Merged, but not all of it. */
    PARTIAL_SUCCESS,
    FAILED,
    /** Given up before there was an outcome. */
    ABANDONED
}
