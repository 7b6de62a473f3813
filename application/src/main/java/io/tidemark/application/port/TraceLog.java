package io.tidemark.application.port;

import io.tidemark.domain.trace.Span;
import java.util.List;

/**
 * Keeps spans.
 *
 * <p>Spans come in any order, children before their parents too: a parent that has not arrived is kept as {@link
 * io.tidemark.domain.trace.SpanStatus#PENDING PENDING}, and complete once it has. A span may come several times; what
 * becomes of it is told by {@link Span#updatedBy}, so that storing it again after it has ended changes nothing. Where the spans
 * of a trace name each other as parents in a circle, and no other is a root, the one that started first loses its parent.
 * All or nothing: when {@code append} throws, no span was stored, unless a connection was lost over the answer; it may then be
 * called again with the same spans. JSON may come back written in another way that means the same. Safe for several threads.
 */
public interface TraceLog {
    /**
     * Stores spans of any number of traces; an empty list does nothing.
     *
     * @throws StorageException when they were not stored
     */
    void append(List<Span> spans);
}
