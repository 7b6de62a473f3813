package io.tidemark.domain.trace;

/** How far a span is, in one word. */
public enum SpanStatus {
    /** A child named it; it has not arrived itself. */
    PENDING,
    RUNNING,
    SUCCESS,
    FAILED
}
