package io.tidemark.bootstrap.console.traces;

import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.traces.TracesView.Tone;
import java.util.List;

/**
 * A trace, ready to be shown.
 *
 * @param head what it is
 * @param ticks the labels of its axis
 * @param rows its spans, each after its parent
 * @param note what is not shown, or empty
 */
record TraceView(Head head, List<Tick> ticks, List<Row> rows, String note) {
    /** Where the operation of its root is. */
    String operation() {
        return Address.of("/operations").with("name", head.operation()).href();
    }

    /**
     * What the page says first.
     *
     * @param operation the operation of its root
     * @param name what its root is called
     * @param detail when, by whom, how long
     */
    record Head(String traceId, Tone status, String operation, String name, String detail) {}

    /** A label, in hundredths from the left. */
    record Tick(String at, String label) {}

    /**
     * A span.
     *
     * @param id its id in the page
     * @param level how far it is indented
     * @param left how many shorter children are not shown, or empty
     */
    record Row(String id, int level, Work work, Bar bar, Times times, Tone status, String left, List<Fact> facts) {}

    /** What was done, and the error that it ended with, or empty. */
    record Work(String operation, String name, String error) {}

    /**
     * Where it lies on the axis, in thousandths.
     *
     * @param own the path of the stretches in which it worked itself
     * @param look its class of the style sheet
     */
    record Bar(String x, String width, String own, String look) {}

    /** How long it took: in all, itself, and as a share of its root. */
    record Times(String took, String own, String share, String offset) {}

    /** Something else that is known of it. */
    record Fact(String name, String value) {}
}
