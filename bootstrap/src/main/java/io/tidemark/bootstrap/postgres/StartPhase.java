package io.tidemark.bootstrap.postgres;

/** What a start is busy with, so that somebody who waits can be told why; phases with nothing to do are not reported. */
public enum StartPhase {
    /** The programs of PostgreSQL are written to the folder: once, and again after an upgrade. */
    UNPACKING,
    /** The empty database is made: once. */
    INITIALISING,
    /** A server that an earlier process left running is taken over. */
    ADOPTING,
    /** The server is started, and recovers first if it was killed. */
    STARTING
}
