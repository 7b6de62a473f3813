package io.tidemark.domain.trace;

import static java.util.Comparator.comparing;

import io.tidemark.domain.trace.TraceTree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Walks the spans of a trace from its roots down; without recursion, as deep as a trace may be. */
final class TreeWalk {
    private static final Comparator<Span> BY_START =
            comparing(Span::start).thenComparing(span -> span.id().spanId());

    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Map<String, List<Span>> children = new HashMap<>();
    private final List<Span> roots = new ArrayList<>();
    private final Deque<Step> ahead = new ArrayDeque<>();

    /** A span that is still to be visited. */
    private record Step(Span span, Span root, List<String> pathToParent) {}

    TreeWalk(Collection<Span> all) {
        all.forEach(this::add);
        spans.values().stream().sorted(BY_START).forEach(this::place);
    }

    TraceTree tree() {
        List<Node> nodes = new ArrayList<>(spans.size());
        push(roots.stream().map(root -> new Step(root, root, List.of())));
        while (!ahead.isEmpty()) {
            nodes.add(visit(ahead.pop()));
        }
        return new TraceTree(nodes, spans.size() - nodes.size());
    }

    private void add(Span span) {
        if (!spans.isEmpty()) {
            requireSameTrace(span, spans.values().iterator().next());
        }
        spans.merge(span.id().spanId(), span, Span::updatedBy);
    }

    private void place(Span span) {
        String parent = span.parentId();
        if (parent != null && spans.containsKey(parent)) {
            children.computeIfAbsent(parent, first -> new ArrayList<>()).add(span);
        } else {
            roots.add(span);
        }
    }

    private Node visit(Step step) {
        Span span = step.span();
        List<String> path = new ArrayList<>(step.pathToParent());
        path.add(span.id().spanId());
        List<Span> below = children.getOrDefault(span.id().spanId(), List.of());
        int depth = path.size() - 1;
        if (depth < TraceTree.MAX_DEPTH) {
            push(below.stream().map(child -> new Step(child, step.root(), path)));
        }
        return new Node(span, depth, path, OwnTime.micros(span, below), share(span, step.root()));
    }

    /** The first of them is visited next. */
    private void push(Stream<Step> steps) {
        Deque<Step> reversed = new ArrayDeque<>();
        steps.forEach(reversed::push);
        reversed.forEach(ahead::push);
    }

    private static OptionalDouble share(Span span, Span root) {
        OptionalLong micros = span.micros();
        OptionalLong whole = root.micros();
        return micros.isEmpty() || whole.isEmpty() || whole.getAsLong() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) micros.getAsLong() / whole.getAsLong());
    }

    private static void requireSameTrace(Span span, Span first) {
        if (!span.id().traceId().equals(first.id().traceId())) {
            throw new IllegalArgumentException("span %s is not of trace %s: a tree is made of one trace"
                    .formatted(span.id(), first.id().traceId()));
        }
    }
}
