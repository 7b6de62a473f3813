package io.tidemark.domain.baseline;

/** What became of the baseline of a scope when it was recalculated. */
public enum Outcome {
    /** There was none, and now there is one. */
    CREATED,
    /** Another one took the place of the one before. */
    UPDATED,
    /** It holds still. */
    UNCHANGED,
    /** Nothing could be said, so that it stays as it is. */
    SKIPPED,
    /** What is normal now differs so much that a person has to approve it; until then it stays as it is. */
    NEEDS_APPROVAL
}
