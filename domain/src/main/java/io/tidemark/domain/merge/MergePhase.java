package io.tidemark.domain.merge;

/** A part of the time of a merge. */
public enum MergePhase {
    /** Finding the merge base: the last common ancestor. */
    LCA_FINDING("finding the merge base"),
    CONFLICT_DETECTION("detecting conflicts"),
    /** Resolving conflicts automatically. */
    CONFLICT_RESOLUTION("resolving conflicts"),
    /** What is left: neither of the phases that are timed. */
    REST("what is outside the phases");

    private final String words;

    MergePhase(String words) {
        this.words = words;
    }

    /** What is done in it, for a sentence. */
    public String words() {
        return words;
    }
}
