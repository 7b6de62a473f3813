package io.tidemark.domain.trace;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The spans of a trace as the tree that they make. A span whose parent is not among them is a root of its own. Those that
 * no root leads to are left out: deeper than {@value #MAX_DEPTH}, or each the parent of the other.
 *
 * @param nodes every span, after its parent; roots and children by their start, then their id
 * @param leftOut how many spans are left out
 */
public record TraceTree(List<Node> nodes, int leftOut) {
    public static final int MAX_DEPTH = 100;

    public TraceTree {
        nodes = List.copyOf(nodes);
    }

    /**
     * Makes the tree. Of a span that is there several times, all that is known of it counts once.
     *
     * @throws IllegalArgumentException when the spans are not all of one trace
     */
    public static TraceTree of(Collection<Span> spans) {
        return new TreeWalk(spans).tree();
    }

    /**
     * A span in its place.
     *
     * @param span the span
     * @param depth how many spans stand above it: 0 for a root
     * @param path the ids of the spans from its root down to itself
     * @param ownMicros its duration without the time in which children ran; empty when it has not ended
     * @param shareOfRoot its duration divided by its root's: above 1 when it went on for longer; empty when one of the
     *     two has not ended, or the root took no time
     */
    public record Node(Span span, int depth, List<String> path, OptionalLong ownMicros, OptionalDouble shareOfRoot) {
        public Node {
            path = List.copyOf(path);
        }
    }
}
