package io.tidemark.domain.merge;

/** What became of the conflicts of a merge. */
public enum Resolution {
    /** Resolved by rules. */
    AUTO,
    /** Resolved by a person. */
    MANUAL,
    /** The merge was refused. */
    REJECTED,
    /** There was nothing to resolve. */
    NONE;

    /** What follows from the number of conflicts and the status, when nobody says it. */
    public static Resolution of(Conflicts conflicts, MergeStatus status) {
        if (conflicts.found() == 0) {
            return NONE;
        }
        if (status == MergeStatus.FAILED || status == MergeStatus.ABANDONED) {
            return REJECTED;
        }
        return conflicts.resolved() == conflicts.found() ? AUTO : MANUAL;
    }

    /** Whether it can be what became of these conflicts: a merge without any may be refused all the same. */
    public boolean fits(Conflicts conflicts) {
        return this == REJECTED || (this == NONE) == (conflicts.found() == 0);
    }
}
