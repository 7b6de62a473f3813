package io.tidemark.domain.trace;

import static java.util.Comparator.comparing;

import io.tidemark.domain.timing.SpanId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spans that arrive together, ready to be stored.
 *
 * @param spans each of them once, and what stands for parents that are not among them; by trace and span id, so that two
 *     who store the same spans never wait for each other crosswise
 */
public record Arrivals(List<Span> spans) {
    private static final Comparator<SpanId> BY_ID = comparing(SpanId::traceId).thenComparing(SpanId::spanId);

    public Arrivals {
        spans = List.copyOf(spans);
    }

    /** What is known of a span that is there several times counts once. */
    public static Arrivals of(Collection<Span> arriving) {
        Map<SpanId, Span> spans = new TreeMap<>(BY_ID);
        arriving.forEach(span -> spans.merge(span.id(), span, Span::updatedBy));
        arriving.stream()
                .filter(span -> span.parentId() != null)
                .map(Span::awaitedBy)
                .forEach(parent -> spans.putIfAbsent(parent.id(), parent));
        return new Arrivals(List.copyOf(spans.values()));
    }
}
