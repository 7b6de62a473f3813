package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.trace.Span;
import java.util.List;

/** Tells which traces there are, and what they are made of. */
public interface TraceReader {
    /** The spans of a trace, by their start, then their id; empty when nothing is kept of it. */
    List<Span> spans(String traceId);

    /**
     * The traces whose root started last, the most recent first; of those of the same instant the one with the
     * smallest id first.
     *
     * @param limit how many at most, at least one
     */
    List<TraceReport> latest(int limit);

    /**
     * A trace at a glance.
     *
     * @param root its first span that has no parent
     * @param spans how many spans it has
     * @param failed how many of them failed
     */
    record TraceReport(Span root, long spans, long failed) {
        public TraceReport {
            requireNonNull(root, "root");
        }
    }
}
