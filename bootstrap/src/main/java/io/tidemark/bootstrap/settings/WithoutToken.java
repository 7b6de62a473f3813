package io.tidemark.bootstrap.settings;

/** What callers on the daemon's own machine may do without a token, while there never was one. */
public enum WithoutToken {
    /** Look at everything, and record. */
    VIEW,
    /** Everything, like an admin. */
    CHANGE,
    NOTHING
}
