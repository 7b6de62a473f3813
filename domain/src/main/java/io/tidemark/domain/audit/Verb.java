package io.tidemark.domain.audit;

import java.util.Locale;

/** What was done to something. */
public enum Verb {
    ADDED,
    CHANGED,
    /** It is gone. */
    REMOVED,
    /** It is over before its time, and still there to be looked at. */
    ENDED,
    /** It counts no more, and never will again. */
    REVOKED,
    /** Its secrets were encrypted under another key. */
    ROTATED,
    /** It was tried out. */
    TESTED,
    /** It was sent again. */
    REPLAYED,
    /** It was given up. */
    DROPPED;

    /** The word for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
