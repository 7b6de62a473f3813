package io.tidemark.application.record;

/** Why a timing was not stored: one word in the log, the metric and the report. */
public enum Loss {
    /** The recorder was full: the storage is slower than the recording. */
    RECORDER_FULL,
    /** It was recorded after the recorder was closed. */
    RECORDER_CLOSED,
    /** The storage was away for longer than the buffer lasts. */
    BUFFER_FULL,
    /** The storage refused it. */
    REFUSED,
    /** It was not written when the time to close ran out. */
    NOT_WRITTEN_AT_CLOSE,
    /** It was no timing: a name, or a duration, that breaks the rules. */
    INVALID
}
