package io.tidemark.application.record;

/** Why a timing was not stored: one word in the log, the metric and the report. */
public enum Loss {
    /** The recorder was full: the storage is slower than the recording. */
    RECORDER_FULL,
    /** It was recorded after the recorder was closed. */
    RECORDER_CLOSED,
    /** The storage was away for longer than the journal lasts, if there is one, and the buffer. */
    BUFFER_FULL,
    /** It was in a part of the journal that cannot be read any more. */
    JOURNAL_DAMAGED,
    /** The storage refused it. */
    REFUSED,
    /** It was not written when the time to close ran out. */
    NOT_WRITTEN_AT_CLOSE,
    /** It was no timing: a name, or a duration, that breaks the rules. */
    INVALID
}
