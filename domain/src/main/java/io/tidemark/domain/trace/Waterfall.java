package io.tidemark.domain.trace;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tidemark.domain.trace.TraceTree.Node;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A trace as it is looked at: a row for each span, on one axis of time. Of a trace with more spans than fit, those that
 * took longest are there, with all that they are a part of.
 *
 * @param start when its first span started
 * @param micros how long it went on: to the end of the span that ended last, or the start of one that runs
 * @param rows every span after its parent
 * @param spans how many spans it has, with those that are not shown
 */
public record Waterfall(Instant start, long micros, List<Row> rows, int spans) {
    /** How many spans of one trace are worth reading to choose from. */
    public static final int MOST_READ = 50_000;

    /** Spans that have not ended may be the longest. */
    private static final Comparator<Node> LONGEST_FIRST = Comparator.comparingLong(
                    (Node node) -> node.span().micros().orElse(Long.MAX_VALUE))
            .reversed()
            .thenComparing(Node::depth);

    public Waterfall {
        rows = List.copyOf(rows);
    }

    /**
     * A span in its place.
     *
     * @param node the span in the tree
     * @param offsetMicros how long after the start of the trace it started
     * @param own when it worked itself, and none of its children ran
     * @param left how many of its children are not shown
     */
    public record Row(Node node, long offsetMicros, List<Own> own, int left) {
        public Row {
            own = List.copyOf(own);
        }
    }

    /** A stretch of time, by its start after that of the trace. */
    public record Own(long offsetMicros, long micros) {}

    /**
     * Makes it of a tree with at least one span.
     *
     * @param most how many rows it has at most
     */
    public static Waterfall of(TraceTree tree, int most) {
        List<Node> nodes = tree.nodes();
        Instant start = nodes.stream()
                .map(node -> node.span().start())
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("a waterfall needs at least one span"));
        Instant end = nodes.stream()
                .map(Waterfall::end)
                .max(Comparator.naturalOrder())
                .orElse(start);
        Set<String> kept = kept(nodes, most);
        Map<String, Long> left = nodes.stream()
                .filter(node -> node.depth() > 0 && !kept.contains(id(node)))
                .collect(groupingBy(node -> node.path().get(node.depth() - 1), counting()));
        Map<String, List<Span>> children = nodes.stream()
                .filter(node -> node.depth() > 0)
                .collect(groupingBy(node -> node.path().get(node.depth() - 1), mapping(Node::span, toList())));
        List<Row> rows = nodes.stream()
                .filter(node -> kept.contains(id(node)))
                .map(node -> new Row(
                        node,
                        ChronoUnit.MICROS.between(start, node.span().start()),
                        own(start, node.span(), children.getOrDefault(id(node), List.of())),
                        Math.toIntExact(left.getOrDefault(id(node), 0L))))
                .toList();
        return new Waterfall(start, ChronoUnit.MICROS.between(start, end), rows, nodes.size() + tree.leftOut());
    }

    /** How many spans are not shown. */
    public int leftOut() {
        return spans - rows.size();
    }

    /** What does not fit with all that it is a part of is left out, as is everything shorter. */
    private static Set<String> kept(List<Node> nodes, int most) {
        Set<String> kept = new HashSet<>();
        for (Node node : nodes.stream().sorted(LONGEST_FIRST).toList()) {
            List<String> missing =
                    node.path().stream().filter(id -> !kept.contains(id)).toList();
            if (kept.size() + missing.size() > most) {
                return kept;
            }
            kept.addAll(missing);
        }
        return kept;
    }

    private static List<Own> own(Instant start, Span span, List<Span> children) {
        return OwnTime.stretches(span, children).stream()
                .map(stretch -> new Own(ChronoUnit.MICROS.between(start, stretch.from()), stretch.micros()))
                .toList();
    }

    private static Instant end(Node node) {
        return node.span().state().end().orElse(node.span().start());
    }

    private static String id(Node node) {
        return node.span().id().spanId();
    }
}
