package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.TraceLog;
import io.tidemark.application.port.TraceReader;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Arrivals;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the traces heard of last. */
final class MemoryTraces implements TraceLog, TraceReader {
    /** Some 50 MB; a trace that is larger than that by itself is let go as well. */
    static final int MAX_SPANS = 100_000;

    private static final Comparator<Span> BY_START =
            comparing(Span::start).thenComparing(span -> span.id().spanId());

    private static final Comparator<Place> LATEST =
            comparing(Place::start).reversed().thenComparing(Place::traceId);
    private static final Comparator<Place> SLOWEST =
            comparing(Place::micros).reversed().thenComparing(LATEST);

    private final Map<String, Map<SpanId, Span>> traces = new LinkedHashMap<>();
    private int spans;

    @Override
    public synchronized void append(List<Span> arriving) {
        List<Span> arrivals = Arrivals.of(arriving).spans();
        arrivals.forEach(this::keep);
        arrivals.stream().map(span -> span.id().traceId()).distinct().forEach(this::giveRoot);
        Iterator<Map<SpanId, Span>> oldest = traces.values().iterator();
        while (spans > MAX_SPANS) {
            spans -= oldest.next().size();
            oldest.remove();
        }
    }

    @Override
    public synchronized List<Span> spans(String traceId, int limit) {
        return traces.getOrDefault(traceId, Map.of()).values().stream()
                .sorted(BY_START)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<TraceReport> report(String traceId) {
        return Optional.ofNullable(traces.get(traceId)).map(trace -> report(trace.values()));
    }

    @Override
    public synchronized List<TraceReport> latest(int limit) {
        return traces.values().stream()
                .map(trace -> report(trace.values()))
                .sorted(comparing(Place::of, LATEST))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<TraceReport> find(TraceSearch search) {
        Comparator<Place> order = search.order() == Order.LATEST ? LATEST : SLOWEST;
        Place after = search.after();
        return traces.values().stream()
                .map(trace -> report(trace.values()))
                .filter(report -> isMeant(report.root(), search))
                .filter(report -> after == null || order.compare(Place.of(report), after) > 0)
                .sorted(comparing(Place::of, order))
                .limit(search.limit())
                .toList();
    }

    private static boolean isMeant(Span root, TraceSearch search) {
        RootFilter filter = search.filter();
        return search.range().contains(root.start())
                && (filter.operation() == null
                        || filter.operation().equals(root.work().operation()))
                && (filter.status() == null || filter.status() == root.state().status())
                && (search.order() == Order.LATEST || root.state().isEnded());
    }

    private void keep(Span span) {
        Map<SpanId, Span> trace = traces.computeIfAbsent(span.id().traceId(), first -> new HashMap<>());
        int before = trace.size();
        trace.merge(span.id(), span, Span::updatedBy);
        spans += trace.size() - before;
    }

    private void giveRoot(String traceId) {
        Map<SpanId, Span> trace = traces.getOrDefault(traceId, Map.of());
        if (trace.values().stream().noneMatch(span -> span.parentId() == null)) {
            Span first = trace.values().stream().min(BY_START).orElseThrow();
            trace.put(first.id(), first.withoutParent());
        }
    }

    private static TraceReport report(Collection<Span> trace) {
        Span root = trace.stream()
                .filter(span -> span.parentId() == null)
                .min(BY_START)
                .orElseThrow();
        long failed = trace.stream()
                .filter(span -> span.state().status() == SpanStatus.FAILED)
                .count();
        return new TraceReport(root, trace.size(), failed);
    }
}
