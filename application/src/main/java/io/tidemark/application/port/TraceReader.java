package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which traces there are, and what they are made of. */
public interface TraceReader {
    /** The spans of a trace, by their start, then their id; empty when nothing is kept of it. */
    default List<Span> spans(String traceId) {
        return spans(traceId, Integer.MAX_VALUE);
    }

    /**
     * The first spans of a trace, by their start, then their id; empty when nothing is kept of it.
     *
     * @param limit how many at most, at least one
     */
    List<Span> spans(String traceId, int limit);

    /** A trace at a glance; empty when nothing is kept of it. */
    Optional<TraceReport> report(String traceId);

    /**
     * The traces whose root started last, the most recent first; of those of the same instant the one with the
     * smallest id first.
     *
     * @param limit how many at most, at least one
     */
    List<TraceReport> latest(int limit);

    /** The traces that are looked for, in the order that the search asks for. */
    List<TraceReport> find(TraceSearch search);

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

    /**
     * Which traces are looked for; all by their root.
     *
     * @param filter which of them
     * @param range when the root started
     * @param order which come first
     * @param after those that come after this place, or null for the first ones
     * @param limit how many at most, at least one
     */
    record TraceSearch(
            RootFilter filter,
            TimeRange range,
            Order order,
            @Nullable Place after,
            int limit) {
        public TraceSearch {
            requireNonNull(filter, "filter");
            requireNonNull(range, "range");
            requireNonNull(order, "order");
        }
    }

    /**
     * Which roots are meant; null where any are.
     *
     * @param operation those of this operation
     * @param status those of this status
     */
    record RootFilter(@Nullable String operation, @Nullable SpanStatus status) {
        public static final RootFilter ALL = new RootFilter(null, null);
    }

    /** Which traces come first; of those alike the most recent, and then the one with the smallest id. */
    enum Order {
        LATEST,
        /** By the duration of the root; roots that have not ended are left out. */
        SLOWEST
    }

    /**
     * The place of a trace in an order.
     *
     * @param micros how long its root took; 0 when it has not ended
     * @param start when its root started
     * @param traceId its id
     */
    record Place(long micros, Instant start, String traceId) {
        public Place {
            requireNonNull(start, "start");
            requireNonNull(traceId, "traceId");
        }

        public static Place of(TraceReport report) {
            Span root = report.root();
            return new Place(root.micros().orElse(0), root.start(), root.id().traceId());
        }
    }
}
